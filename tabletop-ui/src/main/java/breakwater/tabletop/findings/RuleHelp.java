package breakwater.tabletop.findings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What each rule asks for, one sentence. */
final class RuleHelp {

    private static final Map<String, String> SENTENCES = load();

    private RuleHelp() {}

    /** The sentence of a rule; one that says as much as its name for a rule that has none. */
    static String of(String rule) {
        return SENTENCES.getOrDefault(rule, "The rule " + rule + " must be kept.");
    }

    /** Whether there is a sentence for the rule. */
    static boolean knows(String rule) {
        return SENTENCES.containsKey(rule);
    }

    /** Where a rule is explained, with examples. */
    static String whereExplained() {
        return "Rules of playbooks are explained, with examples, in docs/reference/playbook-rules.md, those of CACAO"
                + " files in docs/reference/cacao.md, formats of exercises in docs/reference/files.md.";
    }

    private static Map<String, String> load() {
        Map<String, String> sentences = new TreeMap<>();
        try (InputStream in = RuleHelp.class.getResourceAsStream("rules.txt")) {
            if (in == null) {
                throw new IllegalStateException("The sentences of rules are missing.");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int colon = line.indexOf(": ");
                String sentence = line.substring(colon + 2);
                sentences.put(
                        line.substring(0, colon),
                        Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
