package breakwater.exercise;

/**
 * How much of a service runs over one of its declared paths.
 *
 * @param path number of the path, from 0
 */
public record PathFlow(int path, long rateBitPerSecond) {}
