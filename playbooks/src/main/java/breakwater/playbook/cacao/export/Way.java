package breakwater.playbook.cacao.export;

import breakwater.playbook.Step;
import breakwater.playbook.Verb;

import java.util.ArrayList;
import java.util.List;

/**
 * A way that a verb opens.
 *
 * @param key what the way is called in the path of its steps
 */
record Way(String key, List<Step> steps) {

    /** All ways of a verb, also those without steps. */
    static List<Way> of(Verb verb) {
        if (verb instanceof Verb.If choice) {
            return List.of(new Way("then", choice.then()), new Way("else", choice.otherwise()));
        }
        if (verb instanceof Verb.Switch choice) {
            List<Way> all = named("case ", choice.cases());
            all.add(new Way("default", choice.otherwise()));
            return all;
        }
        if (verb instanceof Verb.Parallel parallel) {
            return named("branch ", parallel.branches());
        }
        return verb instanceof Verb.While loop
                ? List.of(new Way("steps", loop.steps()))
                : List.of();
    }

    private static List<Way> named(String prefix, List<Verb.Branch> branches) {
        List<Way> all = new ArrayList<>();
        branches.forEach(branch -> all.add(new Way(prefix + branch.name(), branch.steps())));
        return all;
    }
}
