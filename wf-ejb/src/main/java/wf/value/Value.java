package wf.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wf.contract.ValueType;

/**
 * The value of a process variable: a type and its canonical text. Text is what is stored, hashed and sent, so that a
 * value reads the same on every database and in every client; decimals stay exact, and integers have no upper bound.
 * Expressions see {@link #toJava()}.
 */
public record Value(ValueType type, String text) {

    /** The longest text of one value, in characters. */
    public static final int MAX_LENGTH = 100_000;
    /** With its sign, an integer of so many characters always fits into a long. */
    private static final int SURELY_LONG = 18;

    public Value {
        Objects.requireNonNull(type);
        Objects.requireNonNull(text);
    }

    /**
     * Reads the text form of a type and makes it canonical.
     *
     * @throws IllegalArgumentException when the text is not of that type or too long
     */
    public static Value parse(ValueType type, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
        }
        try {
            return new Value(type, canonical(type, text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String canonical(ValueType type, String text) {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> new BigInteger(text.strip()).toString();
            case DECIMAL -> decimal(text.strip()).toPlainString();
            case BOOLEAN -> canonicalBoolean(text.strip());
            case DATE -> LocalDate.parse(text.strip()).toString();
            case DATE_TIME -> OffsetDateTime.parse(text.strip()).toString();
            case LIST -> JsonText.write(JsonText.readList(text));
            case JSON -> JsonText.write(JsonText.read(text));
        };
    }

    /** A short exponent is all that a business value needs; {@code 1e999999999} would fill the memory as plain text. */
    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > 1000 || number.precision() > 1000) {
            throw new IllegalArgumentException("more than 1000 digits");
        }
        return number;
    }

    private static String canonicalBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text;
    }

    /**
     * The value of what an expression or script computed.
     *
     * @throws IllegalArgumentException when the object is of no type that a variable can have
     */
    public static Value of(Object java) {
        if (java instanceof CharSequence s) {
            return parse(ValueType.STRING, s.toString());
        } else if (java instanceof Boolean b) {
            return new Value(ValueType.BOOLEAN, b.toString());
        } else if (java instanceof Integer || java instanceof Long || java instanceof Short || java instanceof Byte
                || java instanceof BigInteger) {
            return new Value(ValueType.INTEGER, java.toString());
        } else if (java instanceof Double || java instanceof Float || java instanceof BigDecimal) {
            return parse(ValueType.DECIMAL, java.toString());
        } else if (java instanceof LocalDate d) {
            return new Value(ValueType.DATE, d.toString());
        } else if (java instanceof OffsetDateTime t) {
            return new Value(ValueType.DATE_TIME, t.toString());
        }
        return ofStructure(java);
    }

    private static Value ofStructure(Object java) {
        if (java instanceof List<?> || java != null && java.getClass().isArray()) {
            return parse(ValueType.LIST, JsonText.write(java));
        } else if (java instanceof Map<?, ?>) {
            return parse(ValueType.JSON, JsonText.write(java));
        }
        throw new IllegalArgumentException("a " + (java == null ? "null" : java.getClass().getSimpleName())
                + " cannot be the value of a variable");
    }

    /** What expressions see: String, Long or BigInteger, BigDecimal, Boolean, LocalDate, OffsetDateTime, List or Map. */
    public Object toJava() {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> integer();
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case DATE_TIME -> OffsetDateTime.parse(text);
            case LIST, JSON -> JsonText.read(text);
        };
    }

    /** The value as JSON text: a text or a date in quotes, all else as it is. */
    public String toJson() {
        return switch (type) {
            case STRING, DATE, DATE_TIME -> JsonText.write(text);
            default -> text;
        };
    }

    private Object integer() {
        if (text.length() <= SURELY_LONG) {
            return Long.valueOf(text);
        }
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : number;
    }
}
