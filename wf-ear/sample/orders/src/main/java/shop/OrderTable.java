package shop;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Makes the table at the start, where it is not there yet. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class OrderTable {
    @Resource(lookup = "jdbc/wf")
    private DataSource source;

    @PostConstruct
    void create() {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table if not exists shop_order (id varchar(40) primary key, buyer varchar(200), amount decimal(15,2), instance_id bigint)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
