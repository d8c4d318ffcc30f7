package breakwater.tabletop.files;

import breakwater.keyrate.KeyRate;
import breakwater.keyrate.ProfileRegistry;
import breakwater.keyrate.RateAnswer;
import breakwater.network.yaml.KeyRates;

import java.util.Collection;

/** Answers the network reader from the registry of key-rate profiles. */
final class ProfileRates implements KeyRates {

    private final ProfileRegistry registry;

    ProfileRates(ProfileRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Collection<String> profiles() {
        return registry.listIds();
    }

    @Override
    public Rate rateAt(String profile, double lossDb) {
        RateAnswer answer = registry.getProfile(profile).rateAtLossDb(lossDb);
        if (answer instanceof KeyRate rate) {
            return new Rate(rate.rateBitPerSecond(), rate.qber(), "");
        }
        return Rate.refused(((RateAnswer.Refused) answer).reason());
    }
}
