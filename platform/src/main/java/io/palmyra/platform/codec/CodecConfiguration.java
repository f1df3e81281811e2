package io.palmyra.platform.codec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The codec's beans; Spring's own JSON mapper takes up the module as well. */
@Configuration(proxyBeanMethods = false)
public class CodecConfiguration {
  @Bean
  ContractsModule contractsModule() {
    return new ContractsModule();
  }

  @Bean
  MessageCodec messageCodec() {
    return new MessageCodec();
  }
}
