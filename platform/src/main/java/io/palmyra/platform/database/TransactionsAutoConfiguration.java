package io.palmyra.platform.database;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions begin and end where a template says so; none by annotation. */
@AutoConfiguration(
    afterName =
        "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
    beforeName = "io.palmyra.platform.stream.MessagingAutoConfiguration")
@ConditionalOnSingleCandidate(PlatformTransactionManager.class)
public class TransactionsAutoConfiguration {
  @Bean
  TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }
}
