package breakwater.architecture.planted.stray;

/** In a package that is not in the map. */
final class Unlisted {

    private Unlisted() {}
}
