package wf.access;

/**
 * What somebody claims to be: the tenant and the login name that he typed, known or not.
 */
record Account(String tenant, String loginName) {

    /** Reads {@code tenant/login}, or a plain login name of the default tenant. */
    static Account parse(String typed, String defaultTenant) {
        String name = typed.strip();
        int slash = name.indexOf('/');
        return slash < 0
                ? new Account(defaultTenant, name)
                : new Account(name.substring(0, slash).strip(), name.substring(slash + 1).strip());
    }

    @Override
    public String toString() {
        return (tenant + "/" + loginName).replaceAll("\\p{Cntrl}", "?");
    }
}
