// Each verifier under test, as its documentation would have it used: `sign` makes what a sender sends for a body,
// `verify` throws or resolves. `scheme` says which cases apply to it.
import { createHmac } from 'node:crypto';
import { verify as octokitVerify } from '@octokit/webhooks-methods';
import { WebhookEventVerifier } from '@onfido/api';
import { Webhook } from 'standardwebhooks';
import { Stripe } from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import { createWebhookVerifier } from '../../packages/partner-server/dist/webhook/index.js';

const SECRET_BYTES = 'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk';
const SECRET = `whsec_${btoa(SECRET_BYTES)}`;
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';

function standardHeaders(prefix, body, seconds) {
  const signature = createHmac('sha256', SECRET_BYTES).update(`${ID}.${seconds}.`).update(body).digest('base64');
  return { [`${prefix}-id`]: ID, [`${prefix}-timestamp`]: String(seconds), [`${prefix}-signature`]: `v1,${signature}` };
}

/** For those that take only text. What is no bytes is passed on as it is. */
const text = (body) => (Buffer.isBuffer(body) ? body.toString() : body);

const ours = createWebhookVerifier({ secrets: [SECRET] });
const reference = new Webhook(SECRET);
const svix = new SvixWebhook(SECRET);
const stripe = new Stripe('sk_test_x');
const onfidoVerifier = new WebhookEventVerifier(SECRET_BYTES);

export const OURS = '@bonafide/partner-server/webhook';

export const VERIFIERS = {
  [OURS]: {
    timed: true,
    bytes: true,
    names: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    sign: (body, seconds) => standardHeaders('webhook', body, seconds),
    verify: (body, headers) => ours.verify(body, headers),
  },
  standardwebhooks: {
    timed: true,
    names: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    sign: (body, seconds) => standardHeaders('webhook', body, seconds),
    verify: async (body, headers) => reference.verify(Buffer.isBuffer(body) ? body : text(body), headers),
  },
  svix: {
    timed: true,
    names: ['svix-id', 'svix-timestamp', 'svix-signature'],
    sign: (body, seconds) => standardHeaders('svix', body, seconds),
    verify: async (body, headers) => svix.verify(Buffer.isBuffer(body) ? body : text(body), headers),
  },
  stripe: {
    timed: true,
    names: [undefined, undefined, 'stripe-signature'],
    sign(body, seconds) {
      const signature = createHmac('sha256', SECRET).update(`${seconds}.`).update(body).digest('hex');
      return { 'stripe-signature': `t=${seconds},v1=${signature}` };
    },
    verify: async (body, headers) => stripe.webhooks.constructEvent(body, headers['stripe-signature'], SECRET),
  },
  '@onfido/api': {
    names: [undefined, undefined, 'x-sha2-signature'],
    sign: (body) => ({ 'x-sha2-signature': createHmac('sha256', SECRET_BYTES).update(body).digest('hex') }),
    verify: async (body, headers) => onfidoVerifier.readPayload(body, headers['x-sha2-signature']),
  },
  '@octokit/webhooks-methods': {
    names: [undefined, undefined, 'x-hub-signature-256'],
    sign: (body) => ({
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET_BYTES).update(body).digest('hex')}`,
    }),
    async verify(body, headers) {
      if (!(await octokitVerify(SECRET_BYTES, text(body), headers['x-hub-signature-256']))) throw new Error('false');
    },
  },
};
