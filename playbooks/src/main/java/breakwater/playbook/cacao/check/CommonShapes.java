package breakwater.playbook.cacao.check;

import static breakwater.playbook.cacao.check.Kinds.flag;
import static breakwater.playbook.cacao.check.Kinds.id;
import static breakwater.playbook.cacao.check.Kinds.list;
import static breakwater.playbook.cacao.check.Kinds.text;
import static breakwater.playbook.cacao.check.Kinds.textOrNull;
import static breakwater.playbook.cacao.check.Kinds.word;
import static breakwater.playbook.cacao.check.Times.milliseconds;
import static breakwater.playbook.cacao.check.Times.time;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.List;

/** Data types of CACAO (section 10) that several objects use. */
final class CommonShapes {

    static final Shape EXTERNAL_REFERENCE = Shape.of("an external reference")
            .must("name", text())
            .may("description", text())
            .may("source", text())
            .may("url", text())
            .may("external_id", text())
            .may("reference_id", text());

    static final Shape CONTACT = Shape.of("a contact")
            .may("email", Kinds.dictionary(text()))
            .may("phone", Kinds.dictionary(text()))
            .may("contact_details", text());

    static final Shape CIVIC_LOCATION = Shape.of("a location")
            .may("name", text())
            .may("description", text())
            .may("building_details", text())
            .may("network_details", text())
            .may(
                    "region",
                    word(
                            ("africa eastern-africa middle-africa northern-africa southern-africa western-africa"
                                            + " americas caribbean central-america latin-america-caribbean"
                                            + " northern-america south-america asia central-asia eastern-asia"
                                            + " southern-asia south-eastern-asia western-asia europe"
                                            + " eastern-europe northern-europe southern-europe western-europe"
                                            + " oceania antarctica australia-new-zealand melanesia micronesia"
                                            + " polynesia")
                                    .split(" ", -1)))
            .may("country", text())
            .may("administrative_area", text())
            .may("city", text())
            .may("street_address", text())
            .may("postal_code", text())
            .may("latitude", text())
            .may("longitude", text())
            .may("precision", text());

    static final Shape VARIABLE = Shape.of("a variable")
            .must("type", text())
            .may("description", text())
            .may("value", textOrNull())
            .may("constant", flag())
            .may("external", flag());

    static final Shape EXTENSION_DEFINITION = Shape.of("an extension definition")
            .must("type", word("extension-definition"))
            .must("name", text())
            .may("description", text())
            .must("created_by", id())
            .must("schema", text())
            .must("version", text())
            .may("external_references", list(0, EXTERNAL_REFERENCE));

    private static final List<String> KEY_SOURCES =
            List.of("public_key", "public_cert_chain", "cert_url", "thumbprint");

    private static final Shape SIGNATURE = Shape.of("a signature")
            .must("type", word("jss"))
            .must("id", id())
            .may("created_by", id())
            .must("created", milliseconds())
            .must("modified", milliseconds())
            .may("revoked", flag())
            .must("signee", text())
            .may("valid_from", time())
            .may("valid_until", time())
            .must("related_to", id())
            .must("related_version", milliseconds())
            .must("hash_algorithm", text())
            .must("algorithm", text())
            .may("public_key", text())
            .may("public_cert_chain", list(1, text()))
            .may("cert_url", text())
            .may("thumbprint", text())
            .must("value", text())
            .may("signature", CommonShapes::checkSignature);

    private CommonShapes() {}

    /** A signature, with the signature that countersigns it, and so on. */
    static void checkSignature(String key, JsonValue value, Problems problems) {
        SIGNATURE.check(key, value, problems);
        if (!(value instanceof JsonObject object)) {
            return;
        }
        Times.checkOrder(object, "created", "modified", true, problems);
        Times.checkOrder(object, "valid_from", "valid_until", false, problems);
        long sources = KEY_SOURCES.stream().filter(object::has).count();
        if (sources != 1) {
            problems.add(Problem.error(
                    "one-of",
                    object.location(),
                    "Expected exactly one of %s in a signature, but found %s."
                            .formatted(
                                    String.join(", ", KEY_SOURCES),
                                    sources == 0 ? "none" : sources),
                    ""));
        }
    }
}
