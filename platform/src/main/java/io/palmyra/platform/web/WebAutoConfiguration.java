package io.palmyra.platform.web;

import io.palmyra.platform.codec.ContractsModule;
import io.palmyra.platform.time.Ids;
import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** REST as every service speaks it. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemErrorController.class})
public class WebAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  ContractsModule contractsModule() {
    return new ContractsModule();
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter(Ids ids) {
    var registration = new FilterRegistrationBean<>(new RequestIdFilter(ids));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  OpenAPI openApi(@Value("${spring.application.name}") String service) {
    return OpenApiDefaults.document(service);
  }

  @Bean
  OpenApiDefaults openApiDefaults() {
    return new OpenApiDefaults();
  }

  @Bean
  ValueSchemas valueSchemas() {
    return new ValueSchemas();
  }
}
