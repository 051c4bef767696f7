import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { isLoopback, type BotCredentials } from '../config';
import type { Watch } from '../monitoring/watch';
import { SingleAttempt } from './single-attempt';

const CHANNEL = 'msteams';
const TOKEN_ISSUER = 'https://api.botframework.com';
const SCOPE = 'https://api.botframework.com';

/** The far side: where tokens are checked and which hosts replies may go to. Other values are for tests. */
export interface Network {
  readonly openIdMetadataUrl: string;
  readonly serviceHosts: readonly string[];
  /** Null: the credentials of the configuration are used. */
  readonly outbound: ServiceClientCredentialsFactory | null;
}

export const TEAMS_NETWORK: Network = {
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  serviceHosts: ['smba.trafficmanager.net'],
  outbound: null,
};

/** Refuses whatever is not a request of the Teams channel of the Bot Connector for this bot. */
export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #serviceHosts: readonly string[];
  readonly #watch: Watch;

  constructor(credentials: BotCredentials, network: Network, watch: Watch) {
    super(settings(credentials, network), network.outbound ?? undefined);
    this.#serviceHosts = network.serviceHosts;
    this.#watch = watch;
  }

  /**
   * Closes what the stock check leaves open: an absent service address or channel, tokens of the emulator and of
   * skills, addresses that are not Microsoft's; and gives every refusal one name.
   * @throws AuthenticationError 401, always with the same words
   */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (activity.channelId !== CHANNEL) throw unauthorised('channel');
    if (!isServiceAddress(activity.serviceUrl, this.#serviceHosts)) throw unauthorised('service address');
    let result: AuthenticateRequestResult;
    try {
      result = await super.authenticateRequest(activity, authHeader);
    } catch (cause) {
      throw unauthorised(isOfAnotherTime(cause) ? 'token of another time, as every token is where this machine\'s clock is wrong' : 'token', cause);
    }
    // The stock check also lets in tokens which other bots and the emulator obtain from Entra.
    if (!result.claimsIdentity.isAuthenticated || result.claimsIdentity.getClaimValue('iss') !== TOKEN_ISSUER) {
      throw unauthorised('issuer');
    }
    // It takes a token that never runs out, which Microsoft does not give.
    if (!Number.isFinite(Number(result.claimsIdentity.getClaimValue('exp') ?? NaN))) throw unauthorised('no end');
    return withSingleAttempt(result, this.#watch);
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return new SingleAttempt(super.createConnectorFactory(claimsIdentity), this.#watch);
  }

  /** Whether a kept address is still one that may be posted to. */
  mayPostTo(serviceUrl: string): boolean {
    return isServiceAddress(serviceUrl, this.#serviceHosts);
  }

  /** Web sockets are not served. */
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(unauthorised('streaming'));
  }
}

/** No identity is checked, and replies go to this machine alone: for the local chat client, which has no credentials. */
export class LocalAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #watch: Watch;

  constructor(watch: Watch) {
    super({});
    this.#watch = watch;
  }

  /** @throws AuthenticationError 401 when the reply would leave this machine */
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (!this.mayPostTo(activity.serviceUrl ?? '')) throw unauthorised('service address');
    return withSingleAttempt(await super.authenticateRequest(activity, authHeader), this.#watch);
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return new SingleAttempt(super.createConnectorFactory(claimsIdentity), this.#watch);
  }

  /** Whether an address is on this machine. */
  mayPostTo(serviceUrl: string): boolean {
    return URL.canParse(serviceUrl) && isLoopback(new URL(serviceUrl).hostname);
  }
}

/**
 * Setting any one of the addresses turns every other default off, so all are set.
 * `validateClaims` stays unset: while it is, the SDK refuses skills by itself.
 */
function settings(credentials: BotCredentials, network: Network): Record<string, string> {
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.appType,
    ...(credentials.tenantId === null ? {} : { MicrosoftAppTenantId: credentials.tenantId }),
    ...(credentials.password === null ? {} : { MicrosoftAppPassword: credentials.password }),
    ToBotFromChannelOpenIdMetadataUrl: network.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: network.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: TOKEN_ISSUER,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${credentials.tenantId ?? 'botframework.com'}`,
    ToChannelFromBotOAuthScope: SCOPE,
    OAuthUrl: SCOPE,
    CallerId: 'urn:botframework:azure',
  };
}

function isServiceAddress(serviceUrl: string | undefined, hosts: readonly string[]): boolean {
  if (!serviceUrl || !URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  return url.protocol === 'https:' && hosts.includes(url.host) && url.username === '' && url.password === '';
}

/** Whether a token has run out or does not count yet. The SDK says it of no other fault in these words. */
function isOfAnotherTime(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'NotBeforeError' || cause.message === 'The token has expired');
}

function withSingleAttempt(result: AuthenticateRequestResult, watch: Watch): AuthenticateRequestResult {
  if (!result.connectorFactory) throw unauthorised('no connector');
  return { ...result, connectorFactory: new SingleAttempt(result.connectorFactory, watch) };
}

function unauthorised(what: string, cause?: unknown): AuthenticationError {
  return Object.assign(new AuthenticationError(`Unauthorised: ${what}`, 401), { cause });
}
