package wf.org;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wf.refusal.Messages;
import wf.runtime.Duty;
import wf.runtime.Right;

/**
 * What its holders may administer. Four come with the product and never change, so that everybody knows what a system,
 * security, audit or process administrator is; a tenant adds its own.
 *
 * @param nameZh null for those of the product, whose names stand with the texts
 * @param nameEn as nameZh
 */
public record Role(String code, String nameZh, String nameEn, Set<Right> rights) {
    public static final String SYSTEM = "SYSTEM_ADMIN";
    public static final String SECURITY = "SECURITY_ADMIN";
    public static final String AUDIT = "AUDIT_ADMIN";
    public static final String PROCESS = "PROCESS_ADMIN";

    public static final List<Role> BUILT_IN = List.of(new Role(SYSTEM, null, null, Right.of(Duty.SYSTEM)),
            new Role(SECURITY, null, null, with(Right.PERMISSION_CHECK, Right.of(Duty.SECURITY))),
            new Role(AUDIT, null, null, Right.of(Duty.AUDIT)), new Role(PROCESS, null, null, Right.of(Duty.PROCESS)));

    public Role {
        rights = Set.copyOf(rights);
    }

    private static Set<Right> with(Right one, Set<Right> others) {
        Set<Right> all = EnumSet.of(one);
        all.addAll(others);
        return all;
    }

    /** A right that this version does not know any more is none. */
    public static Role of(RoleRow row) {
        return new Role(row.id, row.nameZh, row.nameEn, Arrays.stream(row.rights.split(",")).map(Right::named).flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    /** Those of the product, and those of the tenant. */
    public static List<Role> all(List<RoleRow> rows) {
        return Stream.concat(BUILT_IN.stream(), rows.stream().map(Role::of)).toList();
    }

    public boolean isBuiltIn() {
        return nameEn == null;
    }

    /** The kinds of administration that may be separated and of which it has anything. */
    public Set<Duty> duties() {
        return rights.stream().map(Right::duty).filter(Duty::isSeparable).collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }

    /** As its row keeps it. */
    public String codes() {
        return String.join(",", rights.stream().map(Right::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** As people are told it. */
    public String name(Locale locale) {
        return isBuiltIn() ? Messages.text(locale, "role." + code) : locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? nameZh : nameEn;
    }
}
