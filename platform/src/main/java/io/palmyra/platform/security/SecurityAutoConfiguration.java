package io.palmyra.platform.security;

import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Bearer tokens of the gateway, checked here; roles by annotations; nothing open by accident. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SecurityAutoConfiguration {
  private static final long ONE_YEAR_SECONDS = 31_536_000;

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(PlatformProperties properties, Clock clock) {
    return AccessTokenDecoder.of(
        new GatewayKeys(properties.security()), properties.security(), clock);
  }

  @Bean
  Tokens tokens(JwtDecoder decoder) {
    return new Tokens(decoder);
  }

  @Bean
  CurrentUser currentUser(Tokens tokens) {
    return new CurrentUser(tokens);
  }

  @Bean
  AccountAccess accountAccess(CurrentUser user) {
    return new AccountAccess(user);
  }

  @Bean
  DeclaredRoles declaredRoles(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return new DeclaredRoles(mappings);
  }

  @Bean
  SmartInitializingSingleton everyMethodDeclaresItsRole(DeclaredRoles roles) {
    return roles::requireAll;
  }

  @Bean
  WebMvcConfigurer rolesBeforeArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleInterceptor());
      }
    };
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      ProblemWriter problems,
      DeclaredRoles roles,
      ObjectProvider<OpenPaths> openPaths,
      ObjectProvider<ContentSecurityPolicy> contentPolicy) {
    var answers = new SecurityAnswers(problems);
    var open = new OpenRequests(roles, openPaths.orderedStream().toList());
    var policy = contentPolicy.getIfAvailable(() -> ContentSecurityPolicy.DATA_ONLY);
    // No cookie authenticates anything here, so there is no request to forge.
    http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers -> harden(headers, policy))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(open)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(answers)
                    .accessDeniedHandler(answers)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(SecurityAutoConfiguration::known))
                    .withObjectPostProcessor(answeringAllFailures(answers)));
    return http.build();
  }

  private static void harden(
      HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy) {
    headers
        .contentSecurityPolicy(content -> content.policyDirectives(policy.directives()))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .crossOriginOpenerPolicy(
            opener ->
                opener.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            strict ->
                strict
                    .requestMatcher(AnyRequestMatcher.INSTANCE)
                    .includeSubDomains(true)
                    .maxAgeInSeconds(ONE_YEAR_SECONDS));
  }

  /** Without it, a token that cannot be checked for lack of keys would end as an error of ours. */
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringAllFailures(
      SecurityAnswers answers) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(answers::commence);
        return filter;
      }
    };
  }

  private static AbstractAuthenticationToken known(Jwt jwt) {
    List<String> authorities = Tokens.roles(jwt).stream().map(Role::authority).toList();
    return new JwtAuthenticationToken(
        jwt, AuthorityUtils.createAuthorityList(authorities), String.valueOf(jwt.getSubject()));
  }
}
