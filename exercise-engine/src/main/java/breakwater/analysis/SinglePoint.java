package breakwater.analysis;

import breakwater.network.ServiceId;

import java.util.List;

/**
 * Something whose failure alone leaves services without any way.
 *
 * @param id of the node, link or shared-risk group
 * @param cutOff services that lose all their ways and do not end at it, in the order of the file; at least one
 * @param usersServed people who depend on those, services added up
 */
public record SinglePoint(Kind kind, String id, List<ServiceId> cutOff, long usersServed) {

    /** What it is. */
    public enum Kind {
        NODE,
        LINK,
        /** Shared-risk link group: what fails together, such as all fibres of a duct. */
        SRLG
    }

    public SinglePoint {
        cutOff = List.copyOf(cutOff);
    }
}
