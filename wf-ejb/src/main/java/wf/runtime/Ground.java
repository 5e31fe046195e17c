package wf.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wf.definition.Source;
import wf.definition.Sourcing;
import wf.rule.Expression;

/** Where a search for people stands: what its sources may look at, and from whom their relations look. */
interface Ground {

    Directory directory();

    /** Candidates whom a text of the model names, each with the prefix unless it has one; empty when it failed, which has been told. */
    Optional<Set<String>> named(Expression what, String prefix);

    /** Candidates whom a variable names. */
    Set<String> inVariable(String name);

    /** Candidates whom a bean answers; empty when it failed or is not called. */
    Optional<Set<String>> answered(String bean);

    /** From whom a relation looks. */
    List<Standpoint> bases(Source source);

    /** Which of them are meant, in which order. */
    List<String> chosen(Collection<String> people, Sourcing sourcing);
}
