package wf.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A database in front of another, which notes the statements that go to it: what something costs is counted, and not timed. */
final class NotedStatements {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    DataSource before(DataSource source) {
        return noting(DataSource.class, source);
    }

    /** Since they were forgotten last, as the drivers get them. */
    List<String> all() {
        return List.copyOf(statements);
    }

    void forget() {
        statements.clear();
    }

    @SuppressWarnings("unchecked")
    private <T> T noting(Class<T> type, T of) {
        return (T) Proxy.newProxyInstance(NotedStatements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
            }
            try {
                Object answer = method.invoke(of, arguments);
                return answer instanceof Connection connection && method.getName().equals("getConnection") ? noting(Connection.class, connection) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
