"""What the functions of PromQL and LogQL are given and give (Prometheus 3, "Query functions"; Loki 3, "Metric queries").

``s`` is a number, ``v`` an instant vector, ``m`` a range of samples or lines, ``t`` a text; in lower case what must be there,
in upper case what may be left out, and ``*`` for any number of the last one.
"""

from __future__ import annotations

from checker import patterns as re

_RANGED = (
    "rate irate increase delta idelta deriv changes resets avg_over_time min_over_time max_over_time sum_over_time count_over_time"
    " stddev_over_time stdvar_over_time last_over_time first_over_time present_over_time absent_over_time mad_over_time"
    " ts_of_min_over_time ts_of_max_over_time ts_of_first_over_time ts_of_last_over_time"
)
_PLAIN = (
    "abs absent ceil floor exp ln log2 log10 sqrt sgn timestamp sort sort_desc histogram_count histogram_sum histogram_avg histogram_stddev"
    " histogram_stdvar acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh deg rad"
)
_CLOCK = "day_of_month day_of_week day_of_year days_in_month hour minute month year"
SIGNATURES: dict[str, str] = {
    **dict.fromkeys(_RANGED.split(), "m"),
    **dict.fromkeys(_PLAIN.split(), "v"),
    **dict.fromkeys(_CLOCK.split(), "V"),
    "predict_linear": "ms", "quantile_over_time": "sm", "holt_winters": "mss", "double_exponential_smoothing": "mss", "scalar": "v",
    "clamp": "vss", "clamp_min": "vs", "clamp_max": "vs", "round": "vS", "histogram_quantile": "sv", "histogram_fraction": "ssv",
    "label_replace": "vtttt", "label_join": "vttt*", "sort_by_label": "vt*", "sort_by_label_desc": "vt*", "info": "vV",
    "time": "", "pi": "", "vector": "s",
}  # fmt: skip
OF_LINES = frozenset(
    ("rate", "count_over_time", "bytes_rate", "bytes_over_time", "absent_over_time", "rate_counter", "sum_over_time", "avg_over_time",
     "max_over_time", "min_over_time", "first_over_time", "last_over_time", "stdvar_over_time", "stddev_over_time")
)  # fmt: skip
"""Those of LogQL that are given a range of lines and nothing else."""
GIVEN = {"topk": "s", "bottomk": "s", "approx_topk": "s", "quantile": "s", "limitk": "s", "limit_ratio": "s", "count_values": "t"}
"""What an aggregation takes before its operand; the others take nothing."""
SCALARS = frozenset(("time", "pi", "scalar"))
"""Functions whose value is a number."""
ELSEWHERE = re.compile(
    r"(?:rollup|range|running|label|bitmap|outliers|share|hoeffding|topk|bottomk|quantiles|count|histogram|tmin|tmax|sum2|geomean|zscore|aggr|"
    r"timezone|remove|keep|drop|any|mode|median|distinct|default|duration|integrate|interpolate|lag|lifetime|scrape|smooth|rand|rate|increase|"
    r"delta|changes|decreases|ascent|descent|stale|alias|union|limit|sort|buckets|prometheus|now|start|end|step|ttf|ru|iqr|mad|timestamp)(?:_|s?$)"
)
"""How functions begin that only VictoriaMetrics has."""
