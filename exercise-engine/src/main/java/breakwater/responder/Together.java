package breakwater.responder;

import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;

import java.util.ArrayList;
import java.util.List;

/** Several who answer for one domain, each on its own; what the first asks for comes first. */
public final class Together implements Responder {

    private final List<Responder> members;

    public Together(List<Responder> members) {
        this.members = List.copyOf(members);
    }

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        List<Intent.Addressed> all = new ArrayList<>();
        members.forEach(member -> all.addAll(member.answer(events)));
        return all;
    }
}
