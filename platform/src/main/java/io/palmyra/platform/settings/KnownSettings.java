package io.palmyra.platform.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.ResolvableType;

/**
 * All settings that the records of a service have: read from their types, so that a setting which
 * no record has can be told.
 */
final class KnownSettings {
  private static final String OURS = "io.palmyra.";
  private static final String ANY = ".*";
  private static final String INDEX = "\\d+";
  private static final int MAX_DEPTH = 8;

  private final Set<String> names = new HashSet<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<Pattern> loosePatterns = new ArrayList<>();

  /** Adds all settings of a record or class that stands under the prefix. */
  void add(String prefix, Class<?> type) {
    List<String> start = new ArrayList<>();
    Arrays.stream(prefix.split("\\.")).map(KnownSettings::uniform).forEach(start::add);
    collect(start, ResolvableType.forClass(type), prefix, 0);
  }

  /** The known settings, in kebab-case, for people. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  boolean knows(ConfigurationPropertyName name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.getNumberOfElements(); i++) {
      text.append(i == 0 ? "" : ".").append(name.getElement(i, Form.UNIFORM));
    }
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }

  /** For environment variables, where the same character stands for a dot and for a hyphen. */
  boolean knowsLoosely(String variable) {
    String text = uniform(variable.replace("_", ""));
    return loosePatterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }

  private void collect(List<String> path, ResolvableType type, String shown, int depth) {
    Class<?> raw = type.resolve(Object.class);
    if (Map.class.isAssignableFrom(raw)) {
      leaf(with(path, ANY), shown + ".*");
    } else if (Collection.class.isAssignableFrom(raw)) {
      leaf(path, shown);
      collect(with(path, INDEX), type.asCollection().getGeneric(0), shown + "[n]", depth + 1);
    } else if (raw == Optional.class) {
      collect(path, type.getGeneric(0), shown, depth + 1);
    } else if (isNested(raw) && depth < MAX_DEPTH) {
      members(type)
          .forEach(
              (name, member) ->
                  collect(
                      with(path, uniform(name)),
                      member,
                      shown + "." + SettingNames.kebab(name),
                      depth + 1));
    } else {
      leaf(path, shown);
    }
  }

  private void leaf(List<String> path, String shown) {
    names.add(shown);
    patterns.add(Pattern.compile(String.join("\\.", path)));
    loosePatterns.add(Pattern.compile(String.join("", path)));
  }

  /**
   * A type of ours with several members is nested; one that is made of a single text is a value.
   */
  private static boolean isNested(Class<?> raw) {
    if (!raw.getName().startsWith(OURS) || raw.isEnum() || raw.isInterface()) {
      return false;
    }
    return !raw.isRecord()
        || raw.getRecordComponents().length != 1
        || raw.getRecordComponents()[0].getType() != String.class;
  }

  private static Map<String, ResolvableType> members(ResolvableType type) {
    var members = new java.util.LinkedHashMap<String, ResolvableType>();
    Class<?> raw = type.resolve(Object.class);
    if (raw.isRecord()) {
      Constructor<?> canonical = raw.getDeclaredConstructors()[0];
      int count = raw.getRecordComponents().length;
      for (Constructor<?> constructor : raw.getDeclaredConstructors()) {
        canonical = constructor.getParameterCount() == count ? constructor : canonical;
      }
      for (int i = 0; i < count; i++) {
        members.put(
            raw.getRecordComponents()[i].getName(),
            ResolvableType.forConstructorParameter(canonical, i));
      }
    } else {
      for (Field field : raw.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          members.put(field.getName(), ResolvableType.forField(field));
        }
      }
    }
    return members;
  }

  private static List<String> with(List<String> path, String next) {
    var longer = new ArrayList<>(path);
    longer.add(next);
    return longer;
  }

  private static String uniform(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
