package breakwater.tabletop.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import breakwater.network.GeoPoint;
import breakwater.network.Ids;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMlReader;
import breakwater.tabletop.sites.SiteMap.Leg;
import breakwater.tabletop.sites.SiteMap.Route;
import breakwater.tabletop.sites.SiteMap.Site;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One trap of the Zoo's files at a time. */
class SiteSurveyTest {

    private static final String KEYS = """
            <graphml>
            <key id="lat" for="node" attr.name="Latitude"/><key id="lon" for="node" attr.name="Longitude"/>
            <key id="lab" for="node" attr.name="label"/><key id="int" for="node" attr.name="Internal"/>
            <key id="hyp" for="node" attr.name="hyperedge"/><key id="cty" for="node" attr.name="Country"/>
            <key id="k" for="edge" attr.name="key"/>
            <graph edgedefault="undirected">
            """;

    private final Problems problems = new Problems();

    private SiteMap survey(String body) {
        return find(body).orElseThrow();
    }

    private Optional<SiteMap> find(String body) {
        byte[] bytes = (KEYS + body + "</graph></graphml>").getBytes(StandardCharsets.UTF_8);
        return GraphMlReader.read("map.graphml", bytes, problems)
                .flatMap(graph -> SiteSurvey.of(graph, 1.25, problems));
    }

    private static String node(String id, String label, double latitude, double longitude) {
        return "<node id='%s'><data key='lab'>%s</data><data key='lat'>%s</data><data key='lon'>%s</data></node>%n"
                .formatted(id, label, latitude, longitude);
    }

    private static String bare(String id, String data) {
        return "<node id='%s'>%s</node>%n".formatted(id, data);
    }

    private static String edge(String source, String target, String key) {
        String data = key.isEmpty() ? "" : "<data key='k'>" + key + "</data>";
        return "<edge source='%s' target='%s'>%s</edge>%n".formatted(source, target, data);
    }

    private static String data(String key, String value) {
        return "<data key='" + key + "'>" + value + "</data>";
    }

    private List<String> rules() {
        return problems.inFileOrder().stream().map(Problem::rule).toList();
    }

    private static List<String> ids(SiteMap map) {
        return map.sites().stream().map(Site::id).toList();
    }

    private static List<String> routes(SiteMap map) {
        return map.routes().stream().map(Route::id).toList();
    }

    @Test
    void aPlainMapIsTakenAsItIs() {
        SiteMap map = survey(
                node("0", "Paris", 48, 2) + node("1", "Rennes", 48, -1) + edge("1", "0", ""));

        assertThat(problems.inFileOrder()).isEmpty();
        assertThat(ids(map)).containsExactly("Paris", "Rennes");
        assertThat(routes(map)).containsExactly("Paris~Rennes");
        double circleKm = new GeoPoint(48, 2).distanceKmTo(new GeoPoint(48, -1));
        assertThat(map.routes().get(0).lengthKm()).isEqualTo(circleKm * 1.25);
        assertThat(map.routes().get(0).legs())
                .extracting(Leg::duct)
                .containsExactly("duct:Paris~Rennes");
    }

    @Test
    void parallelEdgesAreLinksOfTheirOwnInOneDuct() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + edge("0", "1", "0")
                + edge("1", "0", "1"));

        assertThat(rules()).containsExactly("parallel-edge");
        assertThat(routes(map)).containsExactly("A~B", "A~B+2");
        assertThat(map.routes().get(0).legs()).isEqualTo(map.routes().get(1).legs());
    }

    @Test
    void anEdgeThatNothingTellsApartIsOneWrittenTwice() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + edge("0", "1", "")
                + edge("1", "0", ""));

        assertThat(rules()).containsExactly("duplicate-edge");
        assertThat(routes(map)).containsExactly("A~B");
    }

    @Test
    void edgesToNowhereAndLoopsAreLeftOut() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + edge("0", "1", "")
                + edge("0", "7", "")
                + edge("1", "1", ""));

        assertThat(rules()).containsExactly("unknown-end", "self-loop");
        assertThat(routes(map)).containsExactly("A~B");
    }

    @Test
    void aRepeatedNodeKeepsItsFirstMeaning() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("0", "B", 50, 3)
                + node("1", "C", 48, 3)
                + edge("0", "1", ""));

        assertThat(rules()).containsExactly("duplicate-node");
        assertThat(ids(map)).containsExactly("A", "C");
    }

    @Test
    void externalNetworksAreLeftOutWithTheirEdges() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + bare("2", data("lab", "Exchange") + data("int", "0"))
                + edge("0", "1", "")
                + edge("1", "2", ""));

        assertThat(rules()).containsExactly("external-node");
        assertThat(problems.inFileOrder().get(0).message()).contains("'Exchange'");
        assertThat(ids(map)).containsExactly("A", "B");
    }

    @Test
    void aNodeWithoutPositionLiesInTheMiddleOfItsNeighbours() {
        SiteMap map = survey(node("0", "A", 0, 179)
                + node("1", "B", 0, -179)
                + bare("2", data("lab", "C"))
                + edge("0", "2", "")
                + edge("2", "1", ""));

        assertThat(rules()).containsExactly("no-position");
        assertThat(map.sites().get(2).at().latitude()).isZero();
        assertThat(Math.abs(map.sites().get(2).at().longitude())).isEqualTo(180);
    }

    @Test
    void aNodeWithoutPositionAndWithOneNeighbourLiesBesideIt() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + bare("1", data("lab", "B"))
                + bare("2", data("lab", "C"))
                + edge("0", "1", "")
                + edge("0", "2", ""));

        assertThat(rules()).containsExactly("no-position", "no-position");
        assertThat(map.routes())
                .allSatisfy(route -> assertThat(route.lengthKm()).isCloseTo(40, within(0.5)));
        assertThat(map.sites().get(1).at()).isNotEqualTo(map.sites().get(2).at());
    }

    @Test
    void aPositionThatIsNoneCountsAsMissing() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 91, 2)
                + node("2", "C", Double.NaN, 2)
                + bare("3", data("lab", "D") + data("lat", "north") + data("lon", "1"))
                + edge("0", "1", "")
                + edge("0", "2", "")
                + edge("0", "3", ""));

        assertThat(rules()).containsOnly("bad-position", "no-position").hasSize(6);
        assertThat(map.routes()).hasSize(3);
    }

    @Test
    void aMapWithoutAnyPositionIsStillAMap() {
        SiteMap map = survey(bare("0", "")
                + bare("1", "")
                + bare("2", "")
                + edge("0", "1", "")
                + edge("1", "2", ""));

        assertThat(rules()).contains("no-position", "no-label");
        assertThat(ids(map)).containsExactly("node-0", "node-1", "node-2");
        assertThat(map.routes())
                .allSatisfy(route -> assertThat(route.lengthKm()).isBetween(10.0, 100.0));
    }

    @Test
    void sitesInOnePlaceAreAKilometreApart() {
        SiteMap map = survey(node("0", "A", 48, 2) + node("1", "B", 48, 2) + edge("0", "1", ""));

        assertThat(rules()).containsExactly("same-place");
        assertThat(map.routes().get(0).lengthKm()).isEqualTo(1);
    }

    @Test
    void aDrawingJunctionBecomesDirectLinksThatShareItsDucts() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + node("2", "C", 49, 2.5)
                + bare("9", data("lab", "None") + data("hyp", "1"))
                + edge("0", "9", "")
                + edge("1", "9", "")
                + edge("9", "2", ""));

        assertThat(rules()).containsExactly("junction");
        assertThat(ids(map)).containsExactly("A", "B", "C");
        assertThat(routes(map)).containsExactly("A~B", "A~C", "B~C");
        assertThat(map.routes().get(1).legs())
                .extracting(Leg::duct)
                .containsExactly("duct:A~junction-9", "duct:C~junction-9");
        Route toC = map.routes().get(1);
        assertThat(toC.legs().get(0).to()).isEqualTo(toC.legs().get(1).from());
        assertThat(toC.legs().get(1).to()).isEqualTo(map.sites().get(2).at());
    }

    @Test
    void junctionsInARowAreOneWay() {
        SiteMap map = survey(bare("8", data("hyp", "1"))
                + bare("9", data("hyp", "1"))
                + node("0", "A", 48, 2)
                + node("1", "B", 48, 4)
                + edge("0", "8", "")
                + edge("9", "8", "")
                + edge("9", "1", ""));

        assertThat(routes(map)).containsExactly("A~B");
        assertThat(map.routes().get(0).legs())
                .extracting(Leg::duct)
                .containsExactly(
                        "duct:junction-8~A", "duct:junction-8~junction-9", "duct:junction-9~B");
    }

    @Test
    void aJunctionThatLeadsNowhereIsLeftOut() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + bare("9", data("hyp", "1"))
                + edge("0", "9", "")
                + edge("0", "1", ""));

        assertThat(rules()).containsExactly("junction");
        assertThat(routes(map)).containsExactly("A~B");
    }

    @Test
    void aJunctionOfManyRoutesStaysAsASite() {
        StringBuilder body = new StringBuilder(bare("hub", data("hyp", "1")));
        for (int i = 0; i < Junctions.LEGS_MAX + 1; i++) {
            body.append(node("n" + i, "N" + i, 48, i)).append(edge("hub", "n" + i, ""));
        }

        SiteMap map = survey(body.toString());

        assertThat(rules()).containsExactly("large-junction");
        assertThat(map.sites()).hasSize(Junctions.LEGS_MAX + 2);
        assertThat(map.routes()).hasSize(Junctions.LEGS_MAX + 1);
    }

    @Test
    void labelsThatRepeatAreToldApartByTheIdsOfTheGraph() {
        SiteMap map = survey(node("12", "Salem", 48, 2)
                + node("13", "SALEM", 48, 3)
                + node("14", "Orléans (Sud)", 48, 4)
                + node("15", "None", 48, 5)
                + node("16", "null", 48, 6)
                + node("17", "東京", 48, 7)
                + node("18", "3rd Street", 48, 8)
                + edge("12", "13", ""));

        assertThat(rules().stream().filter(rule -> !rule.equals("isolated-node")))
                .containsExactly("duplicate-label", "no-label");
        assertThat(ids(map))
                .containsExactly(
                        "Salem-12",
                        "SALEM-13",
                        "Orleans-Sud",
                        "node-15",
                        "node-null",
                        "node-17",
                        "node-3rd-Street");
    }

    @Test
    void anyLabelAndIdMakeAUniqueNameThatFitsIntoTheNameOfALink() {
        StringBuilder body = new StringBuilder();
        String endless = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        for (int i = 0; i < 12; i++) {
            body.append(node(endless + "-" + i, endless, 48, i));
            body.append(edge(endless + "-" + i, endless + "-" + (i + 1) % 12, ""));
        }

        SiteMap map = survey(body.toString());

        assertThat(ids(map)).doesNotHaveDuplicates().hasSize(12);
        assertThat(map.routes())
                .allSatisfy(route ->
                        assertThat(Ids.isName("km:" + route.id() + "+12:99")).isTrue());
    }

    @Test
    void isolatedNodesAndSeparatePartsStayAndAreReported() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + node("2", "C", 48, 4)
                + node("3", "D", 48, 5)
                + node("4", "E", 48, 6)
                + edge("0", "1", "")
                + edge("2", "3", ""));

        assertThat(rules()).containsExactly("separate-part", "isolated-node");
        assertThat(map.parts()).containsExactly(0, 0, 2, 2, 4);
    }

    @Test
    void aMapOfOthersOnlyIsNoMap() {
        assertThat(find(bare("0", data("int", "0")))).isEmpty();
        assertThat(rules()).containsExactly("no-sites", "external-node");
    }

    @Test
    void operatorsFollowCountriesAndTheirPieces() {
        SiteMap map = survey(bare("0", data("lab", "A") + data("cty", "Czech Republic"))
                + bare("1", data("lab", "B") + data("cty", "Czechia"))
                + bare("2", data("lab", "C"))
                + bare("3", data("lab", "D") + data("cty", "Germany"))
                + bare("4", data("lab", "PL"))
                + bare("5", data("lab", "F") + data("cty", "Atlantis"))
                + edge("0", "2", "")
                + edge("0", "3", "")
                + edge("3", "4", "")
                + edge("3", "1", "")
                + edge("3", "5", ""));
        Problems sharing = new Problems();

        Operators operators = CountryOperators.of(map, sharing);

        assertThat(operators.operators())
                .extracting(Operators.Operator::id)
                .containsExactly("Atlantis", "CZ", "CZ2", "DE", "PL");
        assertThat(operators.ofSite()).containsExactly(1, 2, 1, 3, 4, 0);
        assertThat(sharing.inFileOrder())
                .extracting(Problem::rule)
                .containsExactly("operator-in-pieces", "no-country", "no-country");
    }

    @Test
    void aMapWithoutCountriesHasOneOperatorPerPiece() {
        SiteMap map = survey(node("0", "A", 48, 2)
                + node("1", "B", 48, 3)
                + node("2", "C", 48, 4)
                + edge("0", "1", ""));

        Operators operators = CountryOperators.of(map, new Problems());

        assertThat(operators.operators())
                .extracting(Operators.Operator::id)
                .containsExactly("D", "D2");
        assertThat(operators.ofSite()).containsExactly(0, 0, 1);
    }
}
