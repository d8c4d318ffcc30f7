package breakwater.playbook.cacao.check;

import static breakwater.playbook.cacao.check.Kinds.extensions;
import static breakwater.playbook.cacao.check.Kinds.flag;
import static breakwater.playbook.cacao.check.Kinds.id;
import static breakwater.playbook.cacao.check.Kinds.list;
import static breakwater.playbook.cacao.check.Kinds.text;
import static breakwater.playbook.cacao.check.Kinds.word;

import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Agents, targets, and how they authenticate (CACAO 2.0, sections 6 and 7). */
final class AgentShapes {

    private static final Predicate<String> MAC =
            Pattern.compile("[a-fA-F0-9]{2}(:[a-fA-F0-9]{2}){5}").asMatchPredicate();
    private static final Predicate<String> IPV4 = Pattern.compile(
                    "((25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])(\\.|$)){4}")
            .asMatchPredicate();
    private static final Predicate<String> IPV6 =
            Pattern.compile("(?=.*:.*:)[0-9a-fA-F:.]{2,45}(%[0-9a-zA-Z]+)?").asMatchPredicate();

    private static final Shape ADDRESS = Shape.of("an address")
            .may("dname", list(0, text()))
            .may("ipv4", list(0, address("an IPv4 address", IPV4)))
            .may("ipv6", list(0, address("an IPv6 address", IPV6)))
            .may("l2mac", list(0, address("a MAC address", MAC)))
            .may("vlan", list(0, Kinds.whole(0, 4095)))
            .may("url", list(0, address("a URL", AgentShapes::isUrl)));

    private static final Shape COMMON = Shape.of("an agent or target")
            .must("type", text())
            .must("name", text())
            .may("description", text())
            .may("location", CommonShapes.CIVIC_LOCATION)
            .may("agent_target_extensions", extensions());

    /** Agents and targets by their ids; both lists of a playbook take the same. */
    static final TypedEntries AGENTS = new TypedEntries("agent or target", agents(), COMMON, true);

    private static final Shape AUTHENTICATION = Shape.of("authentication information")
            .must("type", text())
            .may("name", text())
            .may("description", text())
            .may("authentication_info_extensions", extensions());

    static final TypedEntries AUTHENTICATIONS =
            new TypedEntries("kind of authentication", authentications(), AUTHENTICATION, true);

    private AgentShapes() {}

    private static Map<String, Shape> agents() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (String person : new String[] {"group", "individual", "organization"}) {
            shapes.put(
                    person,
                    COMMON.as("an agent of type " + person).may("contact", CommonShapes.CONTACT));
        }
        shapes.put("location", COMMON.as("a location").may("logical", list(1, text())));
        shapes.put("sector", COMMON.as("a sector").must("sector", text()));
        Shape reachable = COMMON.must("address", ADDRESS)
                .may("authentication_info", id("http-basic", "oauth2", "user-auth"))
                .may("category", list(1, text()));
        shapes.put("net-address", reachable.as("a network address"));
        for (String host : new String[] {"http-api", "linux", "ssh"}) {
            shapes.put(host, reachable.as("an agent of type " + host).may("port", text()));
        }
        shapes.put(
                "security-category",
                COMMON.as("a security category").must("category", list(1, text())));
        return shapes;
    }

    private static Map<String, Shape> authentications() {
        Shape managed = AUTHENTICATION.may("kms", flag()).may("kms_key_identifier", text());
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(
                "http-basic",
                managed.as("HTTP basic authentication")
                        .may("user_id", text())
                        .may("password", text()));
        shapes.put(
                "oauth2",
                managed.as("OAuth 2 authentication")
                        .must("oauth_header", text())
                        .must("token", text()));
        shapes.put(
                "user-auth",
                managed.as("a user's authentication")
                        .may("username", text())
                        .may("password", text()));
        shapes.replaceAll((type, shape) -> shape.must("type", word(type)));
        return shapes;
    }

    /** Any scheme and any host: the official schema takes only top-level domains of two to six letters. */
    private static boolean isUrl(String text) {
        boolean separated = text.indexOf(':') > 0 || text.indexOf('.') > 0;
        return separated && text.chars().noneMatch(Character::isWhitespace);
    }

    /** Text of the form, or a reference to a variable that will have it. */
    private static Kind address(String what, Predicate<String> form) {
        return (key, value, problems) -> {
            if (!(value instanceof JsonText text)) {
                Kinds.expect(false, what, key, value, problems);
            } else if (!text.text().contains(Variables.REFERENCE) && !form.test(text.text())) {
                problems.add(Problem.error(
                        "bad-value",
                        value.location(),
                        "Expected %s for '%s', but found %s.".formatted(what, key, value.kind()),
                        ""));
            }
        };
    }
}
