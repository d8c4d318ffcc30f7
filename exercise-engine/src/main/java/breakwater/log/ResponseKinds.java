package breakwater.log;

import breakwater.exercise.Countermeasure.FreezeChanged;
import breakwater.exercise.Countermeasure.GeneratorChanged;
import breakwater.exercise.Countermeasure.LinkProbed;
import breakwater.exercise.Countermeasure.MaintenanceDeferred;
import breakwater.exercise.Countermeasure.MessageReceived;
import breakwater.exercise.Countermeasure.NodeIsolated;
import breakwater.exercise.Countermeasure.NoticePublished;
import breakwater.exercise.Countermeasure.NoticeReceived;
import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.Dialogue.AlarmRang;
import breakwater.exercise.Dialogue.CommandAnswered;
import breakwater.exercise.Dialogue.QuestionAnswered;
import breakwater.exercise.Dialogue.QuestionAsked;
import breakwater.exercise.InjectId;
import breakwater.exercise.QuestionKind;
import breakwater.exercise.Responding.Escalated;
import breakwater.exercise.Responding.NotificationSent;
import breakwater.exercise.Responding.ObligationClosed;
import breakwater.exercise.Responding.ObligationOpened;
import breakwater.exercise.Responding.PlaybookEnded;
import breakwater.exercise.Responding.PlaybookStarted;
import breakwater.exercise.Responding.RoleModelled;
import breakwater.exercise.Responding.StepMoved;
import breakwater.exercise.Responding.VariableSet;
import breakwater.exercise.StepState;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

import java.util.List;

/** The third part of the table: the response of operators. */
final class ResponseKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.named("command-answered", CommandAnswered.class)
                    .text("command", CommandAnswered::command)
                    .bool("accepted", CommandAnswered::accepted)
                    .text("message", CommandAnswered::message)
                    .texts("results", CommandAnswered::results)
                    .madeBy(v -> new CommandAnswered(v.text(0), v.bool(1), v.text(2), v.texts(3))),
            EventKind.named("question-asked", QuestionAsked.class)
                    .text("question", QuestionAsked::question)
                    .constant("kind", QuestionKind.class, QuestionAsked::kind)
                    .text("role", QuestionAsked::role)
                    .text("text", QuestionAsked::text)
                    .texts("options", QuestionAsked::options)
                    .integer("dueMicros", Bounds.NOT_NEGATIVE, QuestionAsked::dueMicros)
                    .text("byDefault", QuestionAsked::byDefault)
                    .madeBy(v -> new QuestionAsked(
                            v.text(0),
                            v.constant(1, QuestionKind.class),
                            v.text(2),
                            v.text(3),
                            v.texts(4),
                            v.integer(5),
                            v.text(6))),
            EventKind.named("question-answered", QuestionAnswered.class)
                    .text("question", QuestionAnswered::question)
                    .text("option", QuestionAnswered::option)
                    .text("by", QuestionAnswered::by)
                    .madeBy(v -> new QuestionAnswered(v.text(0), v.text(1), v.text(2))),
            EventKind.named("alarm-rang", AlarmRang.class)
                    .text("alarm", AlarmRang::alarm)
                    .madeBy(v -> new AlarmRang(v.text(0))),
            EventKind.named("playbook-started", PlaybookStarted.class)
                    .text("run", PlaybookStarted::run)
                    .text("playbook", PlaybookStarted::playbook)
                    .text("version", PlaybookStarted::version)
                    .text("hash", PlaybookStarted::hash)
                    .text("trigger", PlaybookStarted::trigger)
                    .texts("inputs", PlaybookStarted::inputs)
                    .madeBy(v -> new PlaybookStarted(
                            v.text(0), v.text(1), v.text(2), v.text(3), v.text(4), v.texts(5))),
            EventKind.named("step-moved", StepMoved.class)
                    .text("run", StepMoved::run)
                    .text("step", StepMoved::step)
                    .int32("attempt", Bounds.COUNT, StepMoved::attempt)
                    .constant("state", StepState.class, StepMoved::state)
                    .text("detail", StepMoved::detail)
                    .madeBy(v -> new StepMoved(
                            v.text(0),
                            v.text(1),
                            v.int32(2),
                            v.constant(3, StepState.class),
                            v.text(4))),
            EventKind.named("variable-set", VariableSet.class)
                    .text("run", VariableSet::run)
                    .text("name", VariableSet::name)
                    .text("value", VariableSet::value)
                    .madeBy(v -> new VariableSet(v.text(0), v.text(1), v.text(2))),
            EventKind.named("playbook-ended", PlaybookEnded.class)
                    .text("run", PlaybookEnded::run)
                    .text("outcome", PlaybookEnded::outcome)
                    .madeBy(v -> new PlaybookEnded(v.text(0), v.text(1))),
            EventKind.named("notification-sent", NotificationSent.class)
                    .text("run", NotificationSent::run)
                    .text("step", NotificationSent::step)
                    .text("notice", NotificationSent::notice)
                    .text("to", NotificationSent::to)
                    .text("text", NotificationSent::text)
                    .madeBy(v -> new NotificationSent(
                            v.text(0), v.text(1), v.text(2), v.text(3), v.text(4))),
            EventKind.named("obligation-opened", ObligationOpened.class)
                    .text("obligation", ObligationOpened::obligation)
                    .text("notice", ObligationOpened::notice)
                    .text("to", ObligationOpened::to)
                    .integer("dueMicros", Bounds.NOT_NEGATIVE, ObligationOpened::dueMicros)
                    .madeBy(v ->
                            new ObligationOpened(v.text(0), v.text(1), v.text(2), v.integer(3))),
            EventKind.named("obligation-closed", ObligationClosed.class)
                    .text("obligation", ObligationClosed::obligation)
                    .bool("met", ObligationClosed::met)
                    .madeBy(v -> new ObligationClosed(v.text(0), v.bool(1))),
            EventKind.named("escalated", Escalated.class)
                    .text("run", Escalated::run)
                    .text("step", Escalated::step)
                    .text("to", Escalated::to)
                    .madeBy(v -> new Escalated(v.text(0), v.text(1), v.text(2))),
            EventKind.named("role-modelled", RoleModelled.class)
                    .text("role", RoleModelled::role)
                    .integer("medianSeconds", Bounds.SECONDS, RoleModelled::medianSeconds)
                    .integer("p95Seconds", Bounds.SECONDS, RoleModelled::p95Seconds)
                    .bool("absent", RoleModelled::absent)
                    .text("source", RoleModelled::source)
                    .madeBy(v -> new RoleModelled(
                            v.text(0), v.integer(1), v.integer(2), v.bool(3), v.text(4))),
            EventKind.named("link-probed", LinkProbed.class)
                    .name("link", LinkProbed::link)
                    .bool("up", LinkProbed::up)
                    .decimal("qber", Bounds.ERROR_RATE, LinkProbed::qber)
                    .madeBy(v -> new LinkProbed(new LinkId(v.text(0)), v.bool(1), v.decimal(2))),
            EventKind.named("service-adapted", ServiceAdapted.class)
                    .name("service", ServiceAdapted::service)
                    .text("suite", ServiceAdapted::suite)
                    .integer(
                            "demandBitPerSecond", Bounds.DEMAND, ServiceAdapted::demandBitPerSecond)
                    .madeBy(v ->
                            new ServiceAdapted(new ServiceId(v.text(0)), v.text(1), v.integer(2))),
            EventKind.named("node-isolated", NodeIsolated.class)
                    .name("node", NodeIsolated::node)
                    .bool("isolated", NodeIsolated::isolated)
                    .madeBy(v -> new NodeIsolated(new NodeId(v.text(0)), v.bool(1))),
            EventKind.named("generator-changed", GeneratorChanged.class)
                    .name("node", GeneratorChanged::node)
                    .bool("running", GeneratorChanged::running)
                    .int32("free", Bounds.COUNT, GeneratorChanged::free)
                    .madeBy(v ->
                            new GeneratorChanged(new NodeId(v.text(0)), v.bool(1), v.int32(2))),
            EventKind.named("notice-published", NoticePublished.class)
                    .text("notice", NoticePublished::notice)
                    .text("text", NoticePublished::text)
                    .madeBy(v -> new NoticePublished(v.text(0), v.text(1))),
            EventKind.named("message-received", MessageReceived.class)
                    .name("inject", MessageReceived::inject)
                    .text("from", MessageReceived::from)
                    .text("topic", MessageReceived::topic)
                    .text("about", MessageReceived::about)
                    .text("text", MessageReceived::text)
                    .madeBy(v -> new MessageReceived(
                            new InjectId(v.text(0)), v.text(1), v.text(2), v.text(3), v.text(4))),
            EventKind.named("notice-received", NoticeReceived.class)
                    .text("notice", NoticeReceived::notice)
                    .name("from", NoticeReceived::from)
                    .text("text", NoticeReceived::text)
                    .madeBy(v -> new NoticeReceived(v.text(0), new DomainId(v.text(1)), v.text(2))),
            EventKind.named("freeze-changed", FreezeChanged.class)
                    .bool("frozen", FreezeChanged::frozen)
                    .madeBy(v -> new FreezeChanged(v.bool(0))),
            EventKind.named("maintenance-deferred", MaintenanceDeferred.class)
                    .name("inject", MaintenanceDeferred::inject)
                    .text("asset", MaintenanceDeferred::asset)
                    .madeBy(v -> new MaintenanceDeferred(new InjectId(v.text(0)), v.text(1))));

    private ResponseKinds() {}
}
