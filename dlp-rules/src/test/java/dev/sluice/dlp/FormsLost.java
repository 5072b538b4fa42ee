package dev.sluice.dlp;

import java.util.Set;

/**
 * Rules whose surrogates keep length, alphabet and separators, but not always the form that the
 * rule asks for: characters that are fixed in the middle or at the end, or an alphabet without some
 * letters. A value found again by another rule's form is the same everywhere, so no rule of its own
 * decides on the surrogate.
 */
final class FormsLost {
  static final Set<String> RULES =
      Set.of(
          "adobe-visitor-id",
          "adyen-api-key",
          "age-secret-key",
          "airtable-token",
          "asana-token",
          "authress-key",
          "azure-ai-key",
          "azure-client-secret",
          "azure-devops-token",
          "azure-signed-key",
          "basic-credentials",
          "beamer-token",
          "braintree-access-token",
          "brevo-api-key",
          "circleci-token",
          "confluent-secret",
          "crates-io-token",
          "discord-bot-token",
          "dropbox-long-token",
          "duffel-token",
          "fernet-token",
          "flutterwave-key",
          "google-ads-id",
          "grafana-token",
          "instagram-token",
          "intra42-secret",
          "jina-api-key",
          "langsmith-api-key",
          "mailchimp-api-key",
          "maxmind-license-key",
          "nats-seed",
          "newrelic-license-key",
          "ngrok-token",
          "okta-token",
          "okta-token-named",
          "omise-key",
          "optimizely-user-id",
          "packagist-token",
          "paddle-api-key",
          "paystack-or-clerk-uuid-key",
          "plaid-access-token",
          "planetscale-token",
          "rapidapi-key",
          "razorpay-key",
          "sanity-token",
          "settlemint-token",
          "shippo-token",
          "snyk-token",
          "sourcegraph-token",
          "svix-token",
          "tavily-api-key",
          "teams-webhook-url",
          "telegram-bot-token",
          "terraform-cloud-token",
          "urchin-cookie",
          "vault-token-legacy",
          "webhook-url",
          "xendit-key",
          "yandex-oauth-token");

  private FormsLost() {}
}
