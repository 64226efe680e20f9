"""The onset score computed a second time, from the specification and the model file alone.

Nothing here was taken from the C engine. Where the engine integrates the reference population by
Simpson's rule, this module has closed forms (normal and lognormal partial moments), and Simpson's
rule beside them, so that the two can be told apart.
"""

import json
import math

# Unit -> (multiply, divide): value in the model's unit = value * multiply / divide.
UNITS = {
    "mg/dL:calcium": (1, 1), "mmol/L:calcium": (1, 0.2495),
    "mg/dL:phosphate": (1, 1), "mmol/L:phosphate": (1, 0.3229),
    "g/dL:albumin": (1, 1), "g/L:albumin": (1, 10),
    "pg/mL:pth": (1, 1), "pmol/L:pth": (9.43, 1),
    "a:age": (1, 1), "mo:age": (1, 12),
    "kg:weight": (1, 1), "cm:height": (1, 1), "kg/m2:bmi": (1, 1), "kg:loss": (1, 1),
}

QUANTITY = {
    "age": "age", "bmi": "bmi", "weight": "weight", "height": "height",
    "calcium_total": "calcium", "calcium_corrected": "calcium", "albumin": "albumin",
    "phosphate": "phosphate", "pth": "pth", "weight_loss_6_months": "loss",
}


def phi(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def lround(x):
    return math.floor(x + 0.5)


class Model:
    def __init__(self, path):
        with open(path, encoding="utf-8") as handle:
            self.data = json.load(handle)
        self.factors = self.data["factors"]
        self.settings = {s["id"]: s for s in self.data["settings"]}
        self.base = math.log(self.data["point_odds_ratio"])
        self.mean = 1.0
        self.mean_simpson = 1.0
        for factor in self.factors:
            if "reference_distribution" in factor:
                exact, simpson = self._reference(factor)
                self.mean *= exact
                self.mean_simpson *= simpson

    # --- one factor -------------------------------------------------------------------------
    @staticmethod
    def exposure(factor, x):
        kind = factor["kind"]
        if kind == "boolean":
            return 1.0 if x else 0.0
        if kind == "levels":
            return 1.0
        if kind == "ramp":
            low, high = factor["ramp"]
            return min(1.0, max(0.0, (x - low) / (high - low)))
        low, high = factor["clamp"]
        clamped = min(high, max(low, x))
        if kind == "linear":
            return clamped - factor["center"]
        return max(0.0, factor["threshold"] - clamped)

    @staticmethod
    def weights(factor, x):
        effect, error = factor["log_odds_ratio"], factor["standard_error"]
        if factor["kind"] == "levels":
            level = next(l for l in factor["levels"] if l["from"] <= x <= l["to"])
            effect, error = level["log_odds_ratio"], level["standard_error"]
        b = factor["weight"] * effect
        s = factor["weight"] * error
        if factor["weight"] < 1:
            s = max(s, 0.5 * abs(b))
        return b, s

    def contribution(self, factor, x):
        b, s = self.weights(factor, x)
        t = self.exposure(factor, x)
        return b * t, (s * t) ** 2

    def extremes(self, factor):
        kind = factor["kind"]
        if kind == "boolean":
            ends = (False, True)
        elif kind == "ramp":
            ends = factor["ramp"]
        else:
            ends = factor["clamp"]
        values = [self.contribution(factor, e)[0] for e in ends]
        return min(values), max(values)

    def points(self, c):
        size = math.floor(abs(c) / self.base + 0.5)
        return size if c >= 0 else -size

    # --- the reference population -------------------------------------------------------------
    def _reference(self, factor):
        d = factor["reference_distribution"]
        if factor["kind"] == "boolean":
            b, _ = self.weights(factor, True)
            mean = 1 - d["value"] + d["value"] * math.exp(b)
            return mean, mean
        if d["kind"] == "normal":
            mu, sigma = d["mean"], d["sd"]
            at, cdf = (lambda z: mu + sigma * z), (lambda v: phi((v - mu) / sigma))
        else:
            mu = math.log(d["median"])
            sigma = (math.log(d["q3"]) - math.log(d["q1"])) / (2 * 0.6744897501960817)
            at, cdf = (lambda z: math.exp(mu + sigma * z)), (lambda v: phi((math.log(v) - mu) / sigma))
        effect = lambda v: self.contribution(factor, v)[0]
        if factor["kind"] == "ramp":
            low, high = factor["ramp"]
        else:
            low, high = factor["clamp"]
        if factor["kind"] == "below":
            high = min(high, factor["threshold"])
        slope = (effect(high) - effect(low)) / (high - low)
        start = effect(low) - slope * low
        if d["kind"] == "normal":
            shift = slope * sigma
            middle = math.exp(start + slope * mu + shift * shift / 2) * (
                phi((high - mu) / sigma - shift) - phi((low - mu) / sigma - shift))
        else:
            # exp(slope x) as its power series; each partial moment of the lognormal is closed.
            a, h = (math.log(low) - mu) / sigma, (math.log(high) - mu) / sigma
            middle = 0.0
            for k in range(120):
                term = math.exp(k * mu + k * k * sigma * sigma / 2 - math.lgamma(k + 1)) * slope ** k
                term *= phi(h - k * sigma) - phi(a - k * sigma)
                middle += term
                if k > 10 and abs(term) < 1e-17:
                    break
            middle *= math.exp(start)
        exact = cdf(low) * math.exp(effect(low)) + middle + (1 - cdf(high)) * math.exp(effect(high))

        steps, total = 4000, 0.0
        width = 16.0 / steps
        for i in range(steps + 1):
            z = -8 + i * width
            weight = 1 if i in (0, steps) else 4 if i % 2 else 2
            total += weight * math.exp(effect(at(z)) - z * z / 2) / math.sqrt(2 * math.pi)
        return exact, total * width / 3

    # --- the patient ----------------------------------------------------------------------------
    def setting_points(self, setting):
        zero = self.settings[self.data["points_zero_setting"]]["rate_per_1000_patient_years"]["value"]
        return self.points(math.log(setting["rate_per_1000_patient_years"]["value"] / zero))

    def band(self, ratio):
        tenths = math.floor(ratio * 10 + 0.5)
        found = ""
        for band in self.data["bands"]:
            if tenths >= lround(band["from"] * 10):
                found = band["id"]
        return found

    def values(self, row):
        """What each factor's input says, or None."""
        number = {}
        for column, text in row.items():
            name, _, unit = column.partition(" [")
            if name in QUANTITY and text != "":
                multiply, divide = UNITS[unit.rstrip("]") + ":" + QUANTITY[name]]
                number[name] = float(text) * multiply / divide
        albumin = number.get("albumin")
        if albumin is not None and row.get("albumin_method") == "bcp":
            albumin += 0.4
        calcium = number.get("calcium_corrected")
        if calcium is None and "calcium_total" in number and albumin is not None:
            calcium = number["calcium_total"]
            if albumin < 4.0:
                calcium += 0.8 * (4.0 - albumin)
        bmi = number.get("bmi")
        if bmi is None and "weight" in number and "height" in number:
            bmi = number["weight"] / (number["height"] / 100) ** 2
        injections = row.get("insulin_injections_per_day", "")
        flag = lambda key: {"yes": True, "no": False, "": None}[row.get(key, "")]
        return {
            "age": number.get("age"),
            "sex": {"female": True, "male": False, "": None}[row.get("sex", "")],
            "diabetes": flag("diabetes"), "bmi": bmi, "calcium_corrected": calcium,
            "phosphate": number.get("phosphate"), "pth": number.get("pth"), "albumin": albumin,
            "vitamin_k_antagonist": flag("vitamin_k_antagonist"),
            "weight_loss_6_months": number.get("weight_loss_6_months"),
            "insulin_injections_per_day": int(injections) if injections else None,
            "lupus_anticoagulant": flag("lupus_anticoagulant"),
            "lesions": flag("lesions"), "previous_calciphylaxis": flag("previous_calciphylaxis"),
        }

    def score(self, row):
        """The output columns as texts, and the numbers behind them under 'raw'."""
        out = {key: "" for key in (
            "points", "points_min", "points_max", "band", "band_min", "band_max", "ratio", "ratio_low",
            "ratio_high", "ratio_min", "ratio_max", "rate_low", "rate_high", "unknown")}
        out["raw"] = {}
        value = self.values(row)
        setting = row.get("setting", "")
        if setting == "none" or (value["age"] is not None and value["age"] < 18):
            out["band"] = out["band_min"] = out["band_max"] = "not_applicable"
            return out

        low = high = variance = 0.0
        points_low = points_high = 0
        widths, contributions = {}, {}
        by_id = {f["id"]: f for f in self.factors}
        for factor in self.factors:
            x = value[factor["input"]]
            pending = None
            if x is not None and "requires" in factor:
                (needed, wanted), = factor["requires"].items()
                has = value[by_id[needed]["input"]]
                if has is None:
                    pending = needed
                elif has != wanted:
                    continue
            if x is None:
                if factor["required"]:
                    a, b = self.extremes(factor)
                    low, high = low + a, high + b
                    points_low, points_high = points_low + self.points(a), points_high + self.points(b)
                    widths[factor["id"]] = widths.get(factor["id"], 0.0) + b - a
                continue
            c, v = self.contribution(factor, x)
            if pending:
                high += c
                points_high += self.points(c)
                widths[pending] = widths.get(pending, 0.0) + c
                continue
            contributions[factor["id"]] = c
            low, high, variance = low + c, high + c, variance + v
            points_low, points_high = points_low + self.points(c), points_high + self.points(c)

        order = [f["id"] for f in self.factors]
        missing = sorted(widths, key=lambda i: (-widths[i], order.index(i)))
        before = [name for name, is_missing in
                  (("age", value["age"] is None), ("setting", setting == "")) if is_missing]
        out["unknown"] = " ".join(before + missing)
        if before:
            return out  # no points, so nothing contributes
        out["raw"]["contributions"] = contributions

        place = self.settings[setting]
        base = self.setting_points(place)
        out["points_min"], out["points_max"] = str(base + points_low), str(base + points_high)
        complete = not missing
        if complete:
            out["points"] = out["points_min"]
        if value["lesions"] or value["previous_calciphylaxis"] or not place["compare"]:
            kind = "lesions" if value["lesions"] or value["previous_calciphylaxis"] else "not_compared"
            out["band"] = out["band_min"] = out["band_max"] = kind
            return out

        reference = self.settings[self.data["reference_setting"]]
        rate = place["rate_per_1000_patient_years"]
        scale = rate["value"] / reference["rate_per_1000_patient_years"]["value"] / self.mean_simpson
        ratios = [scale * math.exp(low), scale * math.exp(high)]
        out["raw"].update(lp_min=low, lp_max=high, ratio_min=ratios[0], ratio_max=ratios[1])
        for key, ratio in (("ratio_min", ratios[0]), ("ratio_max", ratios[1])):
            out[key] = "%.4f" % ratio
        out["band_min"], out["band_max"] = self.band(ratios[0]), self.band(ratios[1])
        if complete:
            sd = math.sqrt(variance + place["ratio_sd"] ** 2)
            out["ratio"], out["band"] = out["ratio_min"], out["band_min"]
            spread = [ratios[0] * math.exp(-1.96 * sd), ratios[0] * math.exp(1.96 * sd)]
            out["ratio_low"], out["ratio_high"] = ("%.4f" % s for s in spread)
            odds = [rate[e] / 1000 * math.exp(low) / self.mean_simpson for e in ("low", "high")]
            rates = [1000 * o / (1 + o) for o in odds]
            out["rate_low"], out["rate_high"] = (two_digits(r) for r in rates)
            out["raw"].update(sd=sd, ratio_low=spread[0], ratio_high=spread[1],
                              rate_low=rates[0], rate_high=rates[1])
        return out


def two_digits(value):
    """Two significant digits, half up, never an exponent."""
    power = math.floor(math.log10(value)) - 1
    digits = math.floor(value / 10 ** power + 0.5)
    if digits == 100:
        digits, power = 10, power + 1
    return "%.*f" % (max(0, -power), digits * 10.0 ** power)
