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
}
