/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-conflict-dialog.h"

#include <glib/gi18n.h>

#include "calx-accessible.h"
#include "calx-confirm.h"
#include "calx-conflict-card.h"
#include "calx-format-treatment.h"
#include "calx-label.h"

/* Higher than this the list scrolls, so that the answers stay in sight. */
#define MAX_LIST_HEIGHT 320

static GtkWidget *
build_list (GPtrArray  *conflicts,
            CalxReview *review)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < conflicts->len; i++)
    {
      const CalxFoundConflict *found = conflicts->pdata[i];
      g_autofree char *treatment = calx_format_treatment (review->knowledge->treatments, found->treatment);
      GtkWidget *label = calx_label_new_wrapped (treatment, "heading");

      gtk_box_append (GTK_BOX (list), label);
      gtk_box_append (GTK_BOX (list), calx_conflict_card_new (found, review, TRUE));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  calx_accessible_set_name (scroller, _("Conflicts"));
  return scroller;
}

void
calx_conflict_dialog_ask (GtkWindow           *parent,
                          GPtrArray           *conflicts,
                          CalxReview          *review,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  const CalxConfirmChoice choices[] = {
    { "back", _("_Go Back"), CALX_CONFIRM_SUGGESTED },
    { "save", _("_Save All the Same"), CALX_CONFIRM_PLAIN },
  };
  g_autofree char *heading = NULL;

  g_return_if_fail (conflicts != NULL && conflicts->len > 0);
  g_return_if_fail (review != NULL);

  heading = g_strdup_printf (g_dngettext (NULL, "%u Conflict Before Saving", "%u Conflicts Before Saving",
                                          conflicts->len),
                             conflicts->len);
  calx_confirm_async (parent, heading,
                      _("New in this session, with what is published. It can be saved as it is; go back to "
                        "change it. Nothing is lost either way."),
                      build_list (conflicts, review), choices, G_N_ELEMENTS (choices), callback, user_data);
}

gboolean
calx_conflict_dialog_finish (GAsyncResult *result)
{
  g_autofree char *answer = calx_confirm_finish (result);

  return g_strcmp0 (answer, "save") == 0;
}
