package wf.face;

import java.lang.reflect.Field;

/** The public fields of the contract's beans, by name. */
public final class RequestFields {
    private RequestFields() { }

    /** The field, or null where this type has none of that name. */
    public static Field find(Class<?> type, String name) {
        for (Field field : type.getFields()) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    public static Object get(Field field, Object bean) {
        try {
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void set(Field field, Object bean, Object value) {
        try {
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
