package breakwater.keyrate;

import java.util.ArrayList;
import java.util.List;

/** Gathers the parameters of one profile while it is written down. Not thread-safe. */
final class Values {

    private final KeyRateLaw law;
    private final List<Parameter> given = new ArrayList<>();

    private Values(KeyRateLaw law) {
        this.law = law;
    }

    static Values of(KeyRateLaw law) {
        return new Values(law);
    }

    Values confirmed(String name, double value) {
        return add(name, value, Confidence.CONFIRMED, "");
    }

    Values recomputed(String name, double value, String note) {
        return add(name, value, Confidence.RECOMPUTED, note);
    }

    Values assumed(String name, double value, String note) {
        return add(name, value, Confidence.ASSUMED, note);
    }

    ParameterValues all() {
        return ParameterValues.of(law, given);
    }

    private Values add(String name, double value, Confidence confidence, String note) {
        ParameterSpec spec = law.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The law (%s) has no parameter (%s).".formatted(law.id(), name)));
        given.add(new Parameter(spec, value, confidence, note));
        return this;
    }
}
