package breakwater.architecture.planted.engine;

/** What no judge of a log may look at. */
public record Horizon(double seconds) {}
