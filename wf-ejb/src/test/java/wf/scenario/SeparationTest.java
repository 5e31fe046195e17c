package wf.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static wf.scenario.House.caller;
import static wf.scenario.House.refused;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wf.contract.ErrorCode;
import wf.contract.RoleConflict;

/** 三员分立: with {@code wf.separation} nobody has rights of two of system, security and audit. */
class SeparationTest {

    private House house;

    @BeforeEach
    void open() throws SQLException {
        house = new House(Map.of("wf.separation", "true"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobodyGetsTwoOfThem() {
        house.granted("admin", "SYSTEM_ADMIN", "user:zhao");
        house.granted("admin", "PROCESS_ADMIN", "user:zhao");
        String said = refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "SECURITY_ADMIN", "user:zhao"));
        assertThat(said).contains("赵敏").contains("security administration");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "AUDIT_ADMIN", "user:zhao"));
        house.granted("admin", "AUDIT_ADMIN", "user:qian");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "SYSTEM_ADMIN", "user:qian"));
    }

    @Test
    void nobodyGetsTwoOfThemByAGroupOrADepartmentEither() {
        house.granted("admin", "AUDIT_ADMIN", "group:watch");
        String said = refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "SYSTEM_ADMIN", "user:zhou"));
        assertThat(said).contains("周强");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "SYSTEM_ADMIN", "dept:finance"));
        house.granted("admin", "SYSTEM_ADMIN", "dept:rd");
    }

    @Test
    void aLimitedGrantCountsLikeAnyOther() {
        house.granted("admin", "SECURITY_ADMIN", "user:zhao", "rd", null);
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "AUDIT_ADMIN", "user:zhao"));
    }

    @Test
    void noRoleOfTheTenantsOwnJoinsThem() {
        String said = refused(ErrorCode.ILLEGAL_STATE, () -> house.said("admin", "BOTH", "audit.read", "job.control"));
        assertThat(said).contains("system administration").contains("audit administration");
        house.said("admin", "LOOKER", "audit.read", "instance.read");
        house.granted("admin", "LOOKER", "user:zhao");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.granted("admin", "SYSTEM_ADMIN", "user:zhao"));
    }

    @Test
    void aRoleThatGrowsBringsNobodyIntoConflict() {
        house.said("admin", "LOOKER", "instance.read");
        house.granted("admin", "LOOKER", "user:zhao");
        house.granted("admin", "SYSTEM_ADMIN", "user:zhao");
        refused(ErrorCode.ILLEGAL_STATE, () -> house.said("admin", "LOOKER", "instance.read", "audit.read"));
    }

    @Test
    void aSecurityAdministratorGivesWhatHeLacksAndNeverToHimself() {
        house.granted("admin", "SECURITY_ADMIN", "user:second");
        house.granted("second", "PROCESS_ADMIN", "user:sun");
        house.granted("second", "AUDIT_ADMIN", "user:qian");
        String said = refused(ErrorCode.FORBIDDEN, () -> house.granted("second", "PROCESS_ADMIN", "user:second"));
        assertThat(said).contains("himself");
        house.said("second", "EXTRA", "role.manage");
        house.granted("admin", "EXTRA", "user:second");
        refused(ErrorCode.FORBIDDEN, () -> house.said("second", "EXTRA", "role.manage", "definition.write"));
        refused(ErrorCode.FORBIDDEN, () -> house.granted("zhou", "PROCESS_ADMIN", "user:wu"));
    }

    @Test
    void whoeverHadMoreFromBeforeIsNamedAndCanBePutRight() {
        assertThat(conflicts("admin")).extracting(c -> c.person.id).containsExactly("admin");
        assertThat(conflicts("admin").get(0).duties).containsExactly("SYSTEM", "SECURITY", "AUDIT");
        house.granted("admin", "SYSTEM_ADMIN", "user:zhao");
        house.granted("admin", "AUDIT_ADMIN", "user:qian");
        house.revoked("admin", house.grantOf("SYSTEM_ADMIN", "user:admin"));
        house.revoked("admin", house.grantOf("AUDIT_ADMIN", "user:admin"));
        assertThat(conflicts("admin")).isEmpty();
    }

    @Test
    void withoutTheSettingAnybodyMayHaveAll() throws SQLException {
        try (House other = new House(Map.of())) {
            other.granted("admin", "SYSTEM_ADMIN", "user:zhao");
            other.granted("admin", "AUDIT_ADMIN", "user:zhao");
            assertThat(other.tried(() -> other.shell.grants.list(caller("admin"), null, null)).conflicts).isEmpty();
        }
    }

    private List<RoleConflict> conflicts(String person) {
        return house.tried(() -> house.shell.grants.list(caller(person), null, null)).conflicts;
    }
}
