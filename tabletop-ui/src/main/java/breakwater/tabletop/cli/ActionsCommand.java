package breakwater.tabletop.cli;

import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.event.EventKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;

/** {@code breakwater actions}: what playbooks can have done, and what they can answer. */
@Command(
        name = "actions",
        mixinStandardHelpOptions = true,
        description =
                "Lists the actions a playbook can take with 'do', or the events it can be started by or wait for.")
final class ActionsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", description = "Lists the events instead.")
    private boolean events;

    @Option(
            names = "--format",
            converter = ListingFormat.Argument.class,
            paramLabel = "FORMAT",
            description = "text or json. Default: text.")
    private ListingFormat format = ListingFormat.TEXT;

    @Override
    public void run() {
        boolean json = format == ListingFormat.JSON;
        List<EventKind> kinds = List.of(EventKind.values());
        var actions = ActionCatalogue.all().values();
        String text = events
                ? (json ? CatalogueJson.events(kinds) : CatalogueText.events(kinds))
                : (json ? CatalogueJson.actions(actions) : CatalogueText.actions(actions));
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
