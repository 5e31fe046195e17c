package wf.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The product's entities over a fresh, migrated database without a container: an entity manager that follows the
 * transaction of the thread, as the container's does, and the transactions themselves.
 */
public final class TestPersistence implements Transactions, AutoCloseable {
    private final DataSource source;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<Endings> endings = ThreadLocal.withInitial(Endings::new);

    /** Over a new database. */
    public TestPersistence(TestDatabase database) throws SQLException {
        this.source = database.migrated();
        this.factory = new PersistenceProvider().createContainerEntityManagerFactory(new Unit(source, classes()), Map.of());
    }

    /** The classes that the product itself lists. */
    private static List<String> classes() {
        try (InputStream in = TestPersistence.class.getResourceAsStream("/META-INF/persistence.xml")) {
            return Pattern.compile("<class>(.*?)</class>").matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entity manager that finds the transaction of the calling thread. */
    public EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (current.get() == null) {
                        throw new IllegalStateException("outside a transaction: " + method.getName());
                    }
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The database. */
    public DataSource dataSource() {
        return source;
    }

    /** Runs a piece of work that answers nothing. */
    public void run(Runnable work) {
        required(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public <T> T required(Supplier<T> work) {
        if (isActive()) {
            return work.get();
        }
        EntityManager em = factory.createEntityManager();
        current.set(em);
        Endings ending = new Endings();
        endings.set(ending);
        boolean committed = false;
        try {
            em.getTransaction().begin();
            T answer = work.get();
            em.getTransaction().commit();
            committed = true;
            return answer;
        } finally {
            current.remove();
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            ending.ended(committed);
            em.close();
        }
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    @Override
    public void afterCommit(Runnable action) {
        endings.get().afterCommit(action);
    }

    @Override
    public void afterEnd(Object key, Runnable action) {
        endings.get().always(key, action);
    }

    @Override
    public boolean isHeld(Object key) {
        return endings.get().isHeld(key);
    }

    @Override
    public void close() {
        factory.close();
    }

    private record Unit(DataSource source, List<String> classes) implements PersistenceUnitInfo {
        @Override
        public String getPersistenceUnitName() {
            return "test";
        }

        @Override
        public String getPersistenceProviderClassName() {
            return PersistenceProvider.class.getName();
        }

        @Override
        public PersistenceUnitTransactionType getTransactionType() {
            return PersistenceUnitTransactionType.RESOURCE_LOCAL;
        }

        @Override
        public DataSource getJtaDataSource() {
            return null;
        }

        @Override
        public DataSource getNonJtaDataSource() {
            return source;
        }

        @Override
        public List<String> getMappingFileNames() {
            return List.of();
        }

        @Override
        public List<URL> getJarFileUrls() {
            return List.of();
        }

        @Override
        public URL getPersistenceUnitRootUrl() {
            return TestPersistence.class.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        public List<String> getManagedClassNames() {
            return classes;
        }

        @Override
        public boolean excludeUnlistedClasses() {
            return true;
        }

        @Override
        public SharedCacheMode getSharedCacheMode() {
            return SharedCacheMode.NONE;
        }

        @Override
        public ValidationMode getValidationMode() {
            return ValidationMode.NONE;
        }

        @Override
        public Properties getProperties() {
            Properties properties = new Properties();
            properties.setProperty("eclipselink.weaving", "false");
            properties.setProperty("eclipselink.logging.level", "WARNING");
            return properties;
        }

        @Override
        public String getPersistenceXMLSchemaVersion() {
            return "3.0";
        }

        @Override
        public ClassLoader getClassLoader() {
            return TestPersistence.class.getClassLoader();
        }

        @Override
        public void addTransformer(ClassTransformer transformer) {
            // Nothing is woven.
        }

        @Override
        public ClassLoader getNewTempClassLoader() {
            return null;
        }
    }
}
