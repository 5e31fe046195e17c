package peerbench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A data source that can tell how the database carried out what was asked through it: the same statements with the same values, explained. */
final class Listened {

    private final DataSource source;
    private List<String> plans;

    Listened(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return proxy(DataSource.class, source, (target, name, arguments, answer) -> answer instanceof Connection c ? connection(c) : answer);
    }

    /** What was done meanwhile, as plans that were carried out. */
    List<String> plansOf(Runnable work) {
        plans = new ArrayList<>();
        work.run();
        List<String> heard = plans;
        plans = null;
        return heard;
    }

    private interface Then {
        Object then(Object target, String name, Object[] arguments, Object answer) throws Exception;
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (target, name, arguments, answer) -> name.equals("prepareStatement") && plans != null
                ? statement((PreparedStatement) answer, connection, (String) arguments[0]) : answer);
    }

    private PreparedStatement statement(PreparedStatement statement, Connection connection, String sql) {
        TreeMap<Integer, Object> values = new TreeMap<>();
        return proxy(PreparedStatement.class, statement, (target, name, arguments, answer) -> {
            if (name.startsWith("set") && arguments != null && arguments.length > 1 && arguments[0] instanceof Integer at) {
                values.put(at, arguments[1]);
            } else if (name.startsWith("executeQuery") && plans != null) {
                explain(connection, sql, values);
            }
            return answer;
        });
    }

    private void explain(Connection connection, String sql, TreeMap<Integer, Object> values) throws Exception {
        try (PreparedStatement explain = connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + sql)) {
            for (var value : values.entrySet()) {
                explain.setObject(value.getKey(), value.getValue());
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append("\n    ").append(lines.getString(1));
                }
            }
            plans.add(sql.replaceAll("\\s+", " ").replaceFirst("^(?i)select .{60,}? from ", "select ... from ") + plan);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, T target, Then then) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return then.then(target, method.getName(), arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (T) Proxy.newProxyInstance(Listened.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
