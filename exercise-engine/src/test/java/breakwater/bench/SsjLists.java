package breakwater.bench;

import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.RedblackTree;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** The event lists of SSJ; each competes, and the fastest counts. */
final class SsjLists {

    private SsjLists() {}

    static EventList create(String contestant) {
        return switch (contestant) {
            case "ssj SplayTree" -> new SplayTree();
            case "ssj Henriksen" -> new Henriksen();
            case "ssj RedblackTree" -> new RedblackTree();
            default ->
                throw new IllegalArgumentException("No contestant '%s'.".formatted(contestant));
        };
    }
}
