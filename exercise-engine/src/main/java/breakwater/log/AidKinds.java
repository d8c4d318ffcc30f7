package breakwater.log;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.MutualAid.AidAsked;
import breakwater.exercise.MutualAid.AidMoved;
import breakwater.exercise.MutualAid.KeyLent;
import breakwater.exercise.MutualAid.KeyPaidBack;
import breakwater.exercise.MutualAid.PackageDeclared;
import breakwater.network.DomainId;
import breakwater.network.LinkId;

import java.util.List;

/** The fourth part of the table: mutual aid. */
final class AidKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.named("package-declared", PackageDeclared.class)
                    .text("packageId", PackageDeclared::packageId)
                    .text("agreement", PackageDeclared::agreement)
                    .names("recipients", PackageDeclared::recipients)
                    .constant("resource", AidResource.class, PackageDeclared::resource)
                    .integer("amount", Bounds.AID, PackageDeclared::amount)
                    .integer("reserve", Bounds.AID, PackageDeclared::reserve)
                    .text("gateway", PackageDeclared::gateway)
                    .integer(
                            "mobilisationSeconds",
                            Bounds.SECONDS,
                            PackageDeclared::mobilisationSeconds)
                    .integer("noticeSeconds", Bounds.SECONDS, PackageDeclared::noticeSeconds)
                    .madeBy(v -> new PackageDeclared(
                            v.text(0),
                            v.text(1),
                            v.texts(2).stream().map(DomainId::new).toList(),
                            v.constant(3, AidResource.class),
                            v.integer(4),
                            v.integer(5),
                            v.text(6),
                            v.integer(7),
                            v.integer(8))),
            EventKind.named("aid-asked", AidAsked.class)
                    .text("aid", AidAsked::aid)
                    .name("requester", AidAsked::requester)
                    .constant("resource", AidResource.class, AidAsked::resource)
                    .text("about", AidAsked::about)
                    .integer("amount", Bounds.AID, AidAsked::amount)
                    .integer("untilMicros", Bounds.NOT_NEGATIVE, AidAsked::untilMicros)
                    .integer("committable", Bounds.AID, AidAsked::committable)
                    .madeBy(v -> new AidAsked(
                            v.text(0),
                            new DomainId(v.text(1)),
                            v.constant(2, AidResource.class),
                            v.text(3),
                            v.integer(4),
                            v.integer(5),
                            v.integer(6))),
            EventKind.named("aid-moved", AidMoved.class)
                    .text("aid", AidMoved::aid)
                    .name("requester", AidMoved::requester)
                    .name("donor", AidMoved::donor)
                    .constant("state", AidState.class, AidMoved::state)
                    .constant("resource", AidResource.class, AidMoved::resource)
                    .integer("amount", Bounds.AID, AidMoved::amount)
                    .integer("untilMicros", Bounds.NOT_NEGATIVE, AidMoved::untilMicros)
                    .text("reason", AidMoved::reason)
                    .madeBy(v -> new AidMoved(
                            v.text(0),
                            new DomainId(v.text(1)),
                            new DomainId(v.text(2)),
                            v.constant(3, AidState.class),
                            v.constant(4, AidResource.class),
                            v.integer(5),
                            v.integer(6),
                            v.text(7))),
            EventKind.named("key-lent", KeyLent.class)
                    .name("link", KeyLent::link)
                    .integer("bits", Bounds.STORE, KeyLent::bits)
                    .madeBy(v -> new KeyLent(new LinkId(v.text(0)), v.integer(1))),
            EventKind.named("key-paid-back", KeyPaidBack.class)
                    .name("link", KeyPaidBack::link)
                    .integer("bits", Bounds.STORE, KeyPaidBack::bits)
                    .madeBy(v -> new KeyPaidBack(new LinkId(v.text(0)), v.integer(1))));

    private AidKinds() {}
}
