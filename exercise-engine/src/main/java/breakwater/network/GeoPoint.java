package breakwater.network;

/** A place on Earth, WGS 84. Latitude -90 to 90, longitude -180 to 180, degrees. */
public record GeoPoint(double latitude, double longitude) {

    /** Mean radius, IUGG 1980. */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    public GeoPoint {
        if (!(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(
                    "The latitude (%s) must be in -90..90 and the longitude (%s) in -180..180."
                            .formatted(latitude, longitude));
        }
    }

    /** Great-circle distance by the haversine formula; the same bits on every JVM. */
    public double distanceKmTo(GeoPoint other) {
        double dLat = StrictMath.toRadians(other.latitude - latitude);
        double dLon = StrictMath.toRadians(other.longitude - longitude);
        double sinLat = StrictMath.sin(dLat / 2);
        double sinLon = StrictMath.sin(dLon / 2);
        double s = sinLat * sinLat
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(other.latitude))
                        * sinLon
                        * sinLon;
        return EARTH_RADIUS_KM * 2 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(s)));
    }

    /**
     * Distance to the nearest point of the straight line between {@code a} and {@code b} on a flat map around this
     * point; for lines of some hundred kilometres, off by less than a per cent. The same bits on every JVM.
     */
    public double distanceKmToLine(GeoPoint a, GeoPoint b) {
        double shrink = StrictMath.cos(StrictMath.toRadians(latitude));
        double ax = eastOf(a) * shrink;
        double ay = StrictMath.toRadians(a.latitude - latitude);
        double dx = eastOf(b) * shrink - ax;
        double dy = StrictMath.toRadians(b.latitude - latitude) - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0
                ? 0
                : StrictMath.max(0, StrictMath.min(1, -(ax * dx + ay * dy) / square));
        return EARTH_RADIUS_KM * StrictMath.hypot(ax + along * dx, ay + along * dy);
    }

    /** Radians east of this point, the short way round. */
    private double eastOf(GeoPoint other) {
        double degrees = other.longitude - longitude;
        return StrictMath.toRadians(
                degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees);
    }
}
