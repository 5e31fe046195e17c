package wf.store.ddl;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.ast.SQLStatement;
import com.alibaba.druid.sql.parser.SQLParserUtils;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;

/**
 * Parsers of others for the dialects, so that the scripts are not read by whoever wrote them. Druid has one for each of four databases and takes
 * much that they do not; ShardingSphere's grammars are stricter and there for three. 达梦 and 人大金仓 have none of their own and are read by that
 * of the database that they follow.
 */
final class SqlParser {

    /** For which Druid has one, by their folders. */
    private static final List<String> OF_DRUID = List.of("oracle", "db2", "sqlserver", "oscar");

    private SqlParser() { }

    /** @throws RuntimeException when it is not understood, or is more than one statement */
    static SQLStatement druid(String folder, String sql) {
        String dialect = OF_DRUID.contains(folder) ? folder : followed(folder);
        List<SQLStatement> statements = SQLParserUtils.createSQLStatementParser(sql, DbType.of(dialect)).parseStatementList();
        if (statements.size() != 1) {
            throw new IllegalArgumentException("taken for several statements: " + sql);
        }
        return statements.get(0);
    }

    static boolean hasGrammar(String folder) {
        return !folder.equals("db2");
    }

    /** @throws RuntimeException when it is not understood to its end */
    static void grammar(String folder, String sql) {
        try {
            grammar(folder, sql, PredictionMode.SLL);
        } catch (IllegalArgumentException e) {
            grammar(folder, sql, PredictionMode.LL); // the quick way refuses too much at times, and never too little
        }
    }

    private static void grammar(String folder, String sql, PredictionMode mode) {
        switch (followed(folder)) {
            case "oracle" -> {
                OracleStatementParser parser = new OracleStatementParser(tokens(new OracleStatementLexer(CharStreams.fromString(sql))));
                read(parser, mode, parser::execute);
            }
            case "sqlserver" -> {
                SQLServerStatementParser parser = new SQLServerStatementParser(tokens(new SQLServerStatementLexer(CharStreams.fromString(sql))));
                read(parser, mode, parser::execute);
            }
            default -> {
                PostgreSQLStatementParser parser = new PostgreSQLStatementParser(tokens(new PostgreSQLStatementLexer(CharStreams.fromString(sql))));
                read(parser, mode, parser::execute);
            }
        }
    }

    /** Whose dialect it is, or goes back to. */
    private static String followed(String folder) {
        return switch (folder) {
            case "dm" -> "oracle";
            case "kingbase", "oscar" -> "postgresql";
            default -> folder;
        };
    }

    private static void read(Parser parser, PredictionMode mode, Runnable rule) {
        refuse(parser);
        parser.getInterpreter().setPredictionMode(mode);
        rule.run();
        if (parser.getCurrentToken().getType() != Recognizer.EOF) {
            throw new IllegalArgumentException("not read to its end, but to " + parser.getCurrentToken());
        }
    }

    private static CommonTokenStream tokens(Lexer lexer) {
        refuse(lexer);
        return new CommonTokenStream(lexer);
    }

    /** Instead of a line on the console, and going on. */
    private static void refuse(Recognizer<?, ?> recognizer) {
        recognizer.removeErrorListeners();
        recognizer.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(Recognizer<?, ?> by, Object symbol, int line, int at, String message, RecognitionException e) {
                throw new IllegalArgumentException(line + ":" + at + " " + message);
            }
        });
    }
}
