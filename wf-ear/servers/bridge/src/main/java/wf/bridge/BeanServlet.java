package wf.bridge;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import wf.client.WfException;

/**
 * The same application as it calls session beans: it knows the client jar, which it has in its own archive, and the
 * portable names. What is posted is the group, the operation and its arguments as Java writes them, and so is the answer.
 */
@WebServlet("/bean")
public class BeanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "java:global/wf/wf-ejb/%sFace!%s";

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(request.getInputStream()); ObjectOutputStream out = new ObjectOutputStream(response.getOutputStream())) {
            out.writeObject(called(in.readUTF(), in.readUTF(), (Object[]) in.readObject()));
        } catch (ReflectiveOperationException | NamingException e) {
            log("no such call", e);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private Object called(String group, String operation, Object[] arguments) throws ReflectiveOperationException, NamingException {
        Class<?> type = Class.forName("wf.client." + group + "Service");
        Object bean = new InitialContext().lookup(String.format(NAME, group, type.getName()));
        Method method = Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(operation)).findFirst().orElseThrow();
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof WfException refused) {
                return refused;
            }
            throw e;
        }
    }
}
