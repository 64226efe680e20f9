/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-risk-model-private.h"

#include <math.h>

/* spec.md, The patient: composite Simpson over z in [-8, 8], both ends included. */
#define SIMPSON_END 8.0
#define SIMPSON_INTERVALS 4000

static double
clamp (const CalxFactor *self,
       double            value)
{
  return fmin (fmax (value, self->clamp[0]), self->clamp[1]);
}

gboolean
calx_factor_get_effect (const CalxFactor *self,
                        double            value,
                        CalxEffect       *ret_effect)
{
  CalxEffect effect = { self->b, self->s, 0.0 };

  switch (self->kind)
    {
    case CALX_FACTOR_BOOLEAN:
      effect.t = value;
      break;
    case CALX_FACTOR_LINEAR:
      effect.t = clamp (self, value) - self->center;
      break;
    case CALX_FACTOR_BELOW:
      effect.t = fmax (0.0, self->threshold - clamp (self, value));
      break;
    case CALX_FACTOR_RAMP:
      effect.t = fmin (1.0, fmax (0.0, (value - self->ramp[0]) / (self->ramp[1] - self->ramp[0])));
      break;
    case CALX_FACTOR_LEVELS:
    default:
      for (gsize i = 0; i < self->n_levels; i++)
        if (self->levels[i].from <= value && value <= self->levels[i].to)
          {
            *ret_effect = (CalxEffect){ self->levels[i].b, self->levels[i].s, 1.0 };
            return TRUE;
          }
      return FALSE;
    }
  *ret_effect = effect;
  return TRUE;
}

void
calx_factor_get_extremes (const CalxFactor *self,
                          double           *ret_low,
                          double           *ret_high)
{
  double ends[2] = { 0.0, 1.0 };
  double low = INFINITY;
  double high = -INFINITY;

  if (self->kind == CALX_FACTOR_RAMP)
    {
      ends[0] = self->ramp[0];
      ends[1] = self->ramp[1];
    }
  else if (self->kind == CALX_FACTOR_LINEAR || self->kind == CALX_FACTOR_BELOW)
    {
      ends[0] = self->clamp[0];
      ends[1] = self->clamp[1];
    }
  /* Every exposure but that of levels is monotone: its ends hold the extremes. */
  for (gsize i = 0; i < (self->kind == CALX_FACTOR_LEVELS ? self->n_levels : 2); i++)
    {
      double at = self->kind == CALX_FACTOR_LEVELS ? self->levels[i].from : ends[i];
      CalxEffect effect = { 0 };

      if (calx_factor_get_effect (self, at, &effect))
        {
          low = fmin (low, effect.b * effect.t);
          high = fmax (high, effect.b * effect.t);
        }
    }
  *ret_low = low;
  *ret_high = high;
}

static double
get_density (const CalxFactor *self,
             double            z)
{
  double value = self->reference.mu + self->reference.sigma * z;
  CalxEffect effect = { 0 };

  if (self->reference.kind == CALX_REFERENCE_LOGNORMAL)
    value = exp (value);
  calx_factor_get_effect (self, value, &effect);
  return exp (effect.b * effect.t - z * z / 2.0) / sqrt (2.0 * G_PI);
}

double
calx_factor_get_mean (const CalxFactor *self)
{
  double step = 2.0 * SIMPSON_END / SIMPSON_INTERVALS;
  double sum;

  switch (self->reference.kind)
    {
    case CALX_REFERENCE_NONE:
      return 1.0;
    case CALX_REFERENCE_PREVALENCE:
      return 1.0 - self->reference.prevalence + self->reference.prevalence * exp (self->b);
    case CALX_REFERENCE_NORMAL:
    case CALX_REFERENCE_LOGNORMAL:
    default:
      sum = get_density (self, -SIMPSON_END) + get_density (self, SIMPSON_END);
      for (int i = 1; i < SIMPSON_INTERVALS; i++)
        sum += (i % 2 == 1 ? 4.0 : 2.0) * get_density (self, -SIMPSON_END + i * step);
      return sum * step / 3.0;
    }
}

int
calx_risk_model_round_points (CalxRiskModel *self,
                              double         log_odds)
{
  int points = (int) floor (fabs (log_odds) / log (self->point_odds_ratio) + 0.5);

  return log_odds < 0.0 ? -points : points;
}

int
calx_setting_get_points (CalxRiskModel     *self,
                         const CalxSetting *setting)
{
  return calx_risk_model_round_points (self,
                                       log (setting->rate /
                                            CALX_SETTING (self, self->points_zero_setting)->rate));
}
