import type { TeamsActivity } from './activity';
import { tenantOf } from './incoming';

/**
 * Whether the sender's tenant may use this bot. A bot registered for a single tenant does not have this checked for it.
 * @param allowed lower-case tenant ids
 * @returns false for another tenant, for none, and where the two places that state it disagree
 */
export function isTenantAllowed(activity: TeamsActivity, allowed: readonly string[]): boolean {
  const tenant = tenantOf(activity);
  return tenant !== null && allowed.includes(tenant);
}
