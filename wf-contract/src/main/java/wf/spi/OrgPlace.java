package wf.spi;

/** That a person of an {@link OrgBuilder} is in a department. */
public class OrgPlace {
    public String deptId;
    public boolean main;
    /** His position there (职位), or null. */
    public String jobTitle;
    /** His direct leader there if it is not the head, or null. */
    public String leaderId;
}
