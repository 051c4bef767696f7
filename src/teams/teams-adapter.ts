import { CloudAdapter, type Activity, type TurnContext } from 'botbuilder';
import type { ClaimsIdentity } from 'botframework-connector';
import type { TeamsActivity } from './activity';

/** What the HTTP reply to an activity is: 200 without a body, or what an invoke was answered with. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * The SDK's adapter without its HTTP half, which prints whole errors and sends their text to the caller. Authentication,
 * connector clients and turn contexts are the SDK's own.
 */
export class TeamsAdapter extends CloudAdapter {
  /**
   * @param authorization the Authorization header, '' where there is none
   * @throws AuthenticationError for a sender that is not accepted, and whatever `turn` throws
   */
  async receive(authorization: string, activity: TeamsActivity, turn: (context: TurnContext) => Promise<void>): Promise<Reply> {
    // The boundary cast: the SDK's type requires fields which Teams does not send and nothing here reads.
    const asSdk = activity as unknown as Activity;
    const answered = await this.processActivity(authorization, asSdk, turn);
    return answered ? { status: answered.status, body: answered.body } : { status: 200 };
  }

  /** The bot's own identity, for what it sends without having been asked. */
  identity(appId: string): ClaimsIdentity {
    return this.createClaimsIdentity(appId);
  }
}
