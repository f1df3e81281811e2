package io.palmyra.risk;

import io.palmyra.testing.SecurityContract;
import java.util.Map;
import org.springframework.test.annotation.DirtiesContext;

/** The security contract on this service; it leaves the group to the other tests afterwards. */
@DirtiesContext
class RiskSecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/trading-state";
  }

  @Override
  protected Map<String, String> validBodies() {
    return Map.of(
        "POST /api/v1/halts",
        "{\"scope\":\"strategy:contract\",\"mode\":\"HALTED\",\"reason\":\"test\"}",
        "POST /api/v1/halts/lift",
        "{\"halt\":\"strategy:contract/none\",\"reason\":\"test\"}",
        "POST /api/v1/halts/flatten",
        "{\"halt\":\"strategy:contract/none\",\"reason\":\"test\"}",
        "PUT /api/v1/limits/{account}",
        """
        {"reason":"test","priceCollar":"0.05","maximumOrderQuantity":"1000",
         "maximumOrderValue":"1000000","maximumPosition":"1000000",
         "maximumPositionValue":"1000000","stalePriceAfter":"PT60S","duplicateWindow":"PT0S",
         "riskFraction":"0.01","exposure":{"maximumGross":"1000000","maximumNet":"1000000",
         "maximumStrategyGross":"1000000","maximumMarginUse":"10"},
         "tiers":{"warning":{"drawdown":"0.05","dailyLoss":"0.04","consecutiveLosses":10},
             "critical":{"drawdown":"0.1","dailyLoss":"0.08","consecutiveLosses":20},
             "emergency":{"drawdown":"0.2","dailyLoss":"0.15","consecutiveLosses":40},
             "warningSize":"0.5","exitShare":"0.8","calmFor":"PT1S","dayZone":"America/New_York",
             "dayStarts":"17:00"},
         "flow":{"messagesPerSecond":1000,"accountMessagesPerSecond":1000,"maximumRepeats":1000,
         "repeatWindow":"PT1M","priceWalk":"0.5","walkWindow":"PT1M"}}\
        """);
  }
}
