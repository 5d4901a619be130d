import { Trans } from "@lingui/react/macro";

export const OverlapNone = () => (
  <div className="overlap-none">
    <p className="sentence"><Trans>Choose a pair to see both side by side.</Trans></p>
    <p className="quiet"><Trans>Two initiatives overlap where they share a line of effort, an area, months and people. Pairs never add up: ten equal initiatives make forty-five of them.</Trans></p>
  </div>
);
