package breakwater.network.yaml;

import breakwater.network.Network;

import java.util.Optional;

/**
 * What came of reading a network's files.
 *
 * @param network empty when something is wrong with them
 * @param names those of the network; of a broken one those that could be read, so that what refers to them can be
 *     checked at once, too
 */
public record NetworkReading(Optional<Network> network, NetworkNames names) {}
