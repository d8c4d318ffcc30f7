package breakwater.architecture.planted.scoring;

import breakwater.architecture.planted.engine.Horizon;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** A score that looks into the engine, and a library outside its package. */
public record Peeping(Horizon seen, LoadSettings settings) {

    /** Seconds. */
    public double horizon() {
        return seen.seconds();
    }
}
