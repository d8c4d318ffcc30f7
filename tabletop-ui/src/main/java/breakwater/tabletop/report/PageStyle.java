package breakwater.tabletop.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets that pages carry in themselves, and the head that all pages share. */
final class PageStyle {

    private PageStyle() {}

    /** Writes the head of a page that needs nothing else. */
    static void head(Markup page, String title, String... sheets) {
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title + " · Breakwater");
        page.open("style");
        for (String sheet : sheets) {
            page.raw(read(sheet));
        }
        page.close().close().line();
    }

    private static String read(String sheet) {
        try (InputStream in = PageStyle.class.getResourceAsStream(sheet)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The style sheet (%s) is not in the jar.".formatted(sheet));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
