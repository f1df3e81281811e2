package io.palmyra.platform.codec;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.decision.DecisionBasis;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Money;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson mapper the values of {@code contracts}: decimals, ids and times as texts, money
 * as {@code {"amount","currency"}}, an instrument's terms by their {@code kind}, and that whatever
 * is not {@code @Nullable} must be there.
 *
 * <p>The codec uses it for topics, and Spring's own mapper for REST, so that a price looks the same
 * in both.
 */
public final class ContractsModule extends SimpleModule {
  /** Sealed types within messages; which alternative it is stands in the field {@code kind}. */
  private static final List<Class<?>> SEALED =
      List.of(InstrumentTerms.class, ExecutionAlgorithm.class);

  /** The same of messages where they stand within another. */
  private static final List<Class<?>> MESSAGES = List.of(Signal.class);

  /** A module without settings. */
  public ContractsModule() {
    super("palmyra-contracts");
    addSerializer(Money.class, new MoneyJson.Writer());
    addDeserializer(Money.class, new MoneyJson.Reader());
    addSerializer(QuoteTick.class, new QuoteTickJson.Writer());
    addDeserializer(QuoteTick.class, new QuoteTickJson.Reader());
    SEALED.forEach(root -> setMixInAnnotation(root, ByKind.class));
    setMixInAnnotation(DecisionBasis.class, SignalByKind.class);
    setSerializerModifier(new StableOrder());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new TextDeserializers());
    context.addKeyDeserializers(new TextKeyDeserializers());
    context.addSerializers(new TextSerializers());
    context.addKeySerializers(new TextKeySerializers());
    context.insertAnnotationIntrospector(new RequiredComponents());
    context.registerSubtypes(
        Stream.concat(SEALED.stream(), MESSAGES.stream())
            .flatMap(root -> Arrays.stream(root.getPermittedSubclasses()))
            .map(kind -> new NamedType(kind, kind.getAnnotation(WireName.class).value()))
            .toArray(NamedType[]::new));
  }
}
