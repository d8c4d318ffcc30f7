package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.problem.Problems;

import java.util.Map;

/** How long it can take at most until each notification with a legal clock is sent. */
public final class NoticeTimes {

    private NoticeTimes() {}

    /**
     * By step and notice, in words. Steps without any bound count nothing, as in the check of clocks, which asks for
     * one.
     *
     * @param playbooks those that can be called, by id
     */
    public static Map<String, String> of(Playbook playbook, Map<String, Playbook> playbooks) {
        ClockPass clocks = new ClockPass(playbook, playbooks, new Problems());
        clocks.check();
        return clocks.longest();
    }
}
