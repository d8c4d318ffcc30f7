package breakwater.graph;

import java.util.Arrays;

/**
 * The paths that services may take, in flat arrays: services in priority order, the paths of a service one after the
 * other in its order of preference, and the links of each path.
 *
 * <p>Services, paths and links are numbered from 0; path numbers run through all services. Immutable.
 */
public final class CandidatePaths {

    private final int linkCount;
    private final int[] classes;

    /** Service s has the paths pathOffsets[s] to pathOffsets[s + 1] - 1. */
    private final int[] pathOffsets;

    private final int[] pathServices;

    /** Path p uses links[linkOffsets[p]] to links[linkOffsets[p + 1] - 1]. */
    final int[] linkOffsets;

    final int[] links;

    /** Link e is used by users[userOffsets[e]] to users[userOffsets[e + 1] - 1], ascending. */
    final int[] userOffsets;

    final int[] users;

    private CandidatePaths(Builder builder) {
        linkCount = builder.linkCount;
        classes = Arrays.copyOf(builder.classes, builder.services);
        pathOffsets = Arrays.copyOf(builder.pathOffsets, builder.services + 1);
        linkOffsets = Arrays.copyOf(builder.linkOffsets, builder.paths + 1);
        links = Arrays.copyOf(builder.links, linkOffsets[builder.paths]);
        pathServices = new int[builder.paths];
        for (int service = 0; service < builder.services; service++) {
            Arrays.fill(pathServices, pathOffsets[service], pathOffsets[service + 1], service);
        }
        userOffsets = new int[linkCount + 1];
        users = new int[links.length];
        indexUsers();
    }

    private void indexUsers() {
        for (int link : links) {
            userOffsets[link + 1]++;
        }
        for (int link = 0; link < linkCount; link++) {
            userOffsets[link + 1] += userOffsets[link];
        }
        int[] next = Arrays.copyOf(userOffsets, linkCount);
        for (int path = 0; path < pathCount(); path++) {
            for (int i = linkOffsets[path]; i < linkOffsets[path + 1]; i++) {
                users[next[links[i]]++] = path;
            }
        }
    }

    /** Starts a set of paths over links 0 to {@code linkCount} - 1. */
    public static Builder builder(int linkCount) {
        return new Builder(linkCount);
    }

    public int linkCount() {
        return linkCount;
    }

    public int serviceCount() {
        return classes.length;
    }

    public int pathCount() {
        return pathServices.length;
    }

    /** The priority class of a service; 0 is served first. */
    public int classOf(int service) {
        return classes[service];
    }

    /** The preferred path of a service; those it prefers less follow, up to {@link #pathEnd}. */
    public int firstPath(int service) {
        return pathOffsets[service];
    }

    /** One more than the last path of a service; equal to {@link #firstPath} if it has none. */
    public int pathEnd(int service) {
        return pathOffsets[service + 1];
    }

    /** The service that {@code path} belongs to. */
    public int serviceOf(int path) {
        return pathServices[path];
    }

    /** How many links {@code path} has. */
    public int lengthOf(int path) {
        return linkOffsets[path + 1] - linkOffsets[path];
    }

    /**
     * One link of a path, in the order of travel.
     *
     * @param index 0 to {@link #lengthOf} - 1
     */
    public int linkOf(int path, int index) {
        return links[linkOffsets[path] + index];
    }

    /** How many paths use {@code link}. */
    public int userCount(int link) {
        return userOffsets[link + 1] - userOffsets[link];
    }

    /**
     * One of the paths that use a link, in the order of their numbers.
     *
     * @param index 0 to {@link #userCount} - 1
     */
    public int userOf(int link, int index) {
        return users[userOffsets[link] + index];
    }

    /** Collects services in priority order. */
    public static final class Builder {

        private final int linkCount;
        private final boolean[] seen;
        private int[] classes = new int[16];
        private int[] pathOffsets = new int[17];
        private int[] linkOffsets = new int[17];
        private int[] links = new int[64];
        private int services;
        private int paths;

        private Builder(int linkCount) {
            if (linkCount < 0) {
                throw new IllegalArgumentException(
                        "The linkCount (%d) must not be negative.".formatted(linkCount));
            }
            this.linkCount = linkCount;
            seen = new boolean[linkCount];
        }

        /**
         * Adds the next service.
         *
         * @param priorityClass 0 or more, and at least that of the service before
         * @param candidates its paths, the preferred one first, each a list of distinct links; may be none
         * @throws IllegalArgumentException if classes fall, or a path is empty, repeats a link or names an unknown one
         */
        public Builder service(int priorityClass, int[][] candidates) {
            int least = services == 0 ? 0 : classes[services - 1];
            if (priorityClass < least) {
                throw new IllegalArgumentException(
                        "The priorityClass (%d) of service (%d) must be at least (%d): services come in class order."
                                .formatted(priorityClass, services, least));
            }
            for (int[] candidate : candidates) {
                addPath(candidate);
            }
            if (services == classes.length) {
                classes = Arrays.copyOf(classes, 2 * services);
                pathOffsets = Arrays.copyOf(pathOffsets, 2 * services + 1);
            }
            classes[services++] = priorityClass;
            pathOffsets[services] = paths;
            return this;
        }

        private void addPath(int[] candidate) {
            checkPath(candidate);
            if (paths + 1 == linkOffsets.length) {
                linkOffsets = Arrays.copyOf(linkOffsets, 2 * linkOffsets.length);
            }
            int begin = linkOffsets[paths];
            int end = begin + candidate.length;
            if (end > links.length) {
                links = Arrays.copyOf(links, Math.max(end, 2 * links.length));
            }
            System.arraycopy(candidate, 0, links, begin, candidate.length);
            linkOffsets[++paths] = end;
        }

        private void checkPath(int[] candidate) {
            boolean good = candidate.length > 0;
            int marked = 0;
            while (good && marked < candidate.length) {
                int link = candidate[marked];
                good = link >= 0 && link < linkCount && !seen[link];
                if (good) {
                    seen[link] = true;
                    marked++;
                }
            }
            for (int i = 0; i < marked; i++) {
                seen[candidate[i]] = false;
            }
            if (!good) {
                throw new IllegalArgumentException(
                        "The path %s of service (%d) must be a list of distinct links of 0 to %d."
                                .formatted(Arrays.toString(candidate), services, linkCount - 1));
            }
        }

        /** The services added so far. */
        public CandidatePaths build() {
            return new CandidatePaths(this);
        }
    }
}
