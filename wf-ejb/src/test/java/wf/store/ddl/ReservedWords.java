package wf.store.ddl;

import java.util.Locale;
import java.util.Set;

/**
 * Words that one of the databases takes for its own, so that a column of that name has to be quoted: the reserved words of Oracle 19c and
 * of Transact-SQL, from their manuals. Of the domestic databases, which follow Oracle or PostgreSQL, no list was at hand.
 */
final class ReservedWords {

    private static final Set<String> ORACLE = words("""
            access add all alter and any as asc audit between by char check cluster column column_value comment compress connect create
            current date decimal default delete desc distinct drop else exclusive exists file float for from grant group having identified
            immediate in increment index initial insert integer intersect into is level like lock long maxextents minus mlslabel mode modify
            nested_table_id noaudit nocompress not nowait null number of offline on online option or order pctfree prior public raw rename
            resource revoke row rowid rownum rows select session set share size smallint start successful synonym sysdate table then to
            trigger uid union unique update user validate values varchar varchar2 view whenever where with""");
    private static final Set<String> SQL_SERVER = words("""
            add all alter and any as asc authorization backup begin between break browse bulk by cascade case check checkpoint close clustered
            coalesce collate column commit compute constraint contains containstable continue convert create cross current current_date
            current_time current_timestamp current_user cursor database dbcc deallocate declare default delete deny desc disk distinct
            distributed double drop dump else end errlvl escape except exec execute exists exit external fetch file fillfactor for foreign
            freetext freetexttable from full function goto grant group having holdlock identity identity_insert identitycol if in index inner
            insert intersect into is join key kill left like lineno load merge national nocheck nonclustered not null nullif of off offsets on
            open opendatasource openquery openrowset openxml option or order outer over percent pivot plan precision primary print proc
            procedure public raiserror read readtext reconfigure references replication restore restrict return revert revoke right rollback
            rowcount rowguidcol rule save schema securityaudit select semantickeyphrasetable semanticsimilaritydetailstable
            semanticsimilaritytable session_user set setuser shutdown some statistics system_user table tablesample textsize then to top tran
            transaction trigger truncate try_convert tsequal union unique unpivot update updatetext use user values varying view waitfor when
            where while with within writetext""");

    private ReservedWords() { }

    static boolean has(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return ORACLE.contains(word) || SQL_SERVER.contains(word);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
