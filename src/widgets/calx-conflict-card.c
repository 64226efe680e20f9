/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-conflict-card.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-format-treatment.h"
#include "calx-label.h"

struct _CalxConflictCard
{
  GtkWidget parent_instance;

  GtkWidget       *box;
  const CalxInput *offer;
  gboolean         offers_yes;
};

G_DEFINE_FINAL_TYPE (CalxConflictCard, calx_conflict_card, GTK_TYPE_WIDGET)

enum
{
  OFFERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
calx_conflict_card_dispose (GObject *object)
{
  g_clear_pointer (&CALX_CONFLICT_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_conflict_card_parent_class)->dispose (object);
}

static void
calx_conflict_card_class_init (CalxConflictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_conflict_card_dispose;

  signals[OFFERED] = g_signal_new ("offered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_conflict_card_init (CalxConflictCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "calx-conflict");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/* An empty text adds nothing. */
static void
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = calx_label_new_wrapped (text, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_headline (CalxConflictCard *self,
              const char       *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Caution"), -1);
  gtk_box_append (GTK_BOX (line), icon);
  add_label (line, text, "heading");
  gtk_widget_set_hexpand (gtk_widget_get_last_child (line), TRUE);
  gtk_box_append (GTK_BOX (self->box), line);
}

static GtkWidget *
build_sides (const CalxConflict *conflict,
             CalxSources        *sources)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *cites = NULL;

  for (guint i = 0; i < conflict->sides->len; i++)
    {
      const CalxTreatmentFact *side = conflict->sides->pdata[i];
      g_autofree char *text = g_strdup_printf ("• %s", _(side->text));
      g_autofree char *cite = calx_format_cites (sources, side->sources);

      add_label (box, text, NULL);
      add_label (box, cite, "caption");
    }
  if (conflict->sides->len == 0)
    {
      cites = calx_format_cites (sources, conflict->statement.sources);
      add_label (box, cites, "caption");
    }
  add_label (box, _(conflict->statement.note), "caption");
  add_label (box, calx_basis_get_words (conflict->statement.basis), "caption");
  return box;
}

static void
offered_cb (CalxConflictCard *self)
{
  g_signal_emit (self, signals[OFFERED], 0, self->offer->index, self->offers_yes ? "yes" : "no");
}

static void
add_offer (CalxConflictCard   *self,
           const CalxConflict *conflict)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label;
  g_autofree char *text = NULL;

  self->offer = conflict->offer;
  self->offers_yes = conflict->offers_yes;
  /* TRANSLATORS: a button that answers a finding: "Set “Teriparatide” to Yes" */
  text = g_strdup_printf (self->offers_yes ? _("Set “%s” to Yes") : _("Set “%s” to No"), _(conflict->offer->label));
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  calx_accessible_set_name (button, text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

GtkWidget *
calx_conflict_card_new (const CalxFoundConflict *found,
                        const CalxReview        *review,
                        gboolean                 in_full)
{
  CalxConflictCard *self;
  g_autofree char *headline = NULL;
  g_autofree char *reason = NULL;
  GtkWidget *sides;

  g_return_val_if_fail (found != NULL && review != NULL, NULL);

  self = g_object_new (CALX_TYPE_CONFLICT_CARD, NULL);
  headline = calx_format_conflict (found);
  reason = calx_format_conflict_reason (found, review);
  calx_accessible_set_name (GTK_WIDGET (self), headline);
  add_headline (self, headline);
  add_label (self->box, reason, NULL);
  add_label (self->box, _(found->conflict->statement.text), NULL);
  if (found->conflict->offer != NULL && !in_full)
    add_offer (self, found->conflict);

  sides = build_sides (found->conflict, review->knowledge->sources);
  if (in_full)
    gtk_box_append (GTK_BOX (self->box), sides);
  else if (found->conflict->sides->len > 0)
    {
      GtkWidget *expander = gtk_expander_new (_("Both sides, with sources"));

      calx_accessible_set_name (expander, _("Both sides, with sources"));
      gtk_expander_set_child (GTK_EXPANDER (expander), sides);
      gtk_box_append (GTK_BOX (self->box), expander);
    }
  else
    g_object_unref (g_object_ref_sink (sides));
  return GTK_WIDGET (self);
}
