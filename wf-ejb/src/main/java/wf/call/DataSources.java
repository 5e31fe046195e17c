package wf.call;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import wf.setting.Family;
import wf.setting.Settings;

/** The data sources that models may query and an organisation may come from, by the names that the configuration gives them. */
@Singleton
public class DataSources {

    private final Settings settings;

    @Inject
    public DataSources(Settings settings) {
        this.settings = settings;
    }

    public DataSource of(String name) throws CallFailed {
        String jndi = settings.named(Family.SQL, name).orElseThrow(() -> CallFailed.forGood(
                "there is no data source " + name + ": an administrator sets " + Family.SQL.property(name)));
        try {
            return (DataSource) new InitialContext().lookup(jndi);
        } catch (NamingException | ClassCastException e) {
            throw CallFailed.forGood("the server has no data source " + jndi + " for " + name);
        }
    }
}
