/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date of which the day, or the month and the day, may be unknown.
 * year 0: nothing is known. A plain value: copy it. */
typedef struct
{
  int year;
  int month; /* 1-12, or 0: not known */
  int day;   /* 1-31, or 0: not known */
} CalxDate;

#define CALX_DATE_NONE ((CalxDate){ 0, 0, 0 })

/* Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD"; nothing else. The empty string gives CALX_DATE_NONE. */
gboolean  calx_date_parse     (const char *text,
                               CalxDate   *ret_date);
/* As calx_date_parse(), but the day must be known. */
gboolean  calx_date_parse_day (const char *text,
                               CalxDate   *ret_date);
/* The form that calx_date_parse() reads; "" for CALX_DATE_NONE. */
char     *calx_date_to_iso    (CalxDate    date) G_GNUC_WARN_UNUSED_RESULT;
gboolean  calx_date_is_known  (CalxDate    date);   /* anything known */
gboolean  calx_date_is_day    (CalxDate    date);   /* known to the day */
CalxDate  calx_date_earliest  (CalxDate    date);   /* the first possible day */
CalxDate  calx_date_latest    (CalxDate    date);   /* the last possible day */
/* Days from a to b, negative where b is earlier; both known to the day. */
int       calx_date_days      (CalxDate    a,
                               CalxDate    b);
/* Completed years from a to b; both known to the day. Born on 29 February counts on 1 March. */
int       calx_date_years     (CalxDate    a,
                               CalxDate    b);
CalxDate  calx_date_add_days  (CalxDate    date,
                               int         days);
/* today in local time */
CalxDate  calx_date_today     (void);
int       calx_date_compare   (CalxDate    a,
                               CalxDate    b);

G_END_DECLS
