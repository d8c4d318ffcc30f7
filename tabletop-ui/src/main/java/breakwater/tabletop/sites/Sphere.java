package breakwater.tabletop.sites;

import breakwater.network.GeoPoint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Places between places, on the sphere, so that the date line and the poles are like any other place. */
public final class Sphere {

    /** Five digits of a degree are about a metre. */
    private static final int DIGITS = 5;

    private static final double KM_PER_DEGREE = Math.PI * GeoPoint.EARTH_RADIUS_KM / 180;

    private Sphere() {}

    /** The place in the middle of {@code points}, of which there is at least one. */
    static GeoPoint mean(List<GeoPoint> points) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (GeoPoint point : points) {
            double[] unit = unit(point);
            x += unit[0];
            y += unit[1];
            z += unit[2];
        }
        // Opposite places have no middle; the first of them is as good as any.
        return x * x + y * y + z * z < 1e-12 ? points.get(0) : point(x, y, z);
    }

    /** The place on the great circle from {@code a} to {@code b}, at a share from 0 to 1 of the way. */
    public static GeoPoint along(GeoPoint a, GeoPoint b, double share) {
        double[] from = unit(a);
        double[] to = unit(b);
        double angle = a.distanceKmTo(b) / GeoPoint.EARTH_RADIUS_KM;
        double sine = StrictMath.sin(angle);
        if (sine < 1e-9) {
            return share < 0.5 ? a : b;
        }
        double wFrom = StrictMath.sin((1 - share) * angle) / sine;
        double wTo = StrictMath.sin(share * angle) / sine;
        return point(
                from[0] * wFrom + to[0] * wTo,
                from[1] * wFrom + to[1] * wTo,
                from[2] * wFrom + to[2] * wTo);
    }

    /** The place {@code km} away in the direction of the compass; good enough for tens of kilometres. */
    static GeoPoint away(GeoPoint from, double km, double bearingDegrees) {
        double bearing = StrictMath.toRadians(bearingDegrees);
        double latitude = from.latitude() + km * StrictMath.cos(bearing) / KM_PER_DEGREE;
        double narrow = Math.max(0.01, StrictMath.cos(StrictMath.toRadians(from.latitude())));
        double longitude = from.longitude() + km * StrictMath.sin(bearing) / KM_PER_DEGREE / narrow;
        return rounded(Math.max(-90, Math.min(90, latitude)), longitude);
    }

    private static double[] unit(GeoPoint at) {
        double latitude = StrictMath.toRadians(at.latitude());
        double longitude = StrictMath.toRadians(at.longitude());
        return new double[] {
            StrictMath.cos(latitude) * StrictMath.cos(longitude),
            StrictMath.cos(latitude) * StrictMath.sin(longitude),
            StrictMath.sin(latitude)
        };
    }

    private static GeoPoint point(double x, double y, double z) {
        return rounded(
                StrictMath.toDegrees(StrictMath.atan2(z, StrictMath.sqrt(x * x + y * y))),
                StrictMath.toDegrees(StrictMath.atan2(y, x)));
    }

    private static GeoPoint rounded(double latitude, double longitude) {
        double turned = longitude > 180 ? longitude - 360 : longitude;
        turned = turned < -180 ? turned + 360 : turned;
        return new GeoPoint(rounded(latitude), rounded(turned));
    }

    private static double rounded(double degrees) {
        return new BigDecimal(degrees).setScale(DIGITS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
